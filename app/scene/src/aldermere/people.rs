use crate::people::{Who, who};
use domain::{
    Band::{MiddleManager, Senior},
    Role::{Administrator, Executive, ProgrammeManager, TeamMember, Viewer},
    Side::{Managerial, Neither, Political},
};

pub(crate) const ADMINISTRATOR: Who =
    who("Administrator", "admin@aldermere.example.org", Administrator, Neither, MiddleManager);
pub(crate) const MANAGER: Who =
    who("Programme Manager", "programme@aldermere.example.org", ProgrammeManager, Neither, MiddleManager);
pub(crate) const LEADER: Who = who("Leader", "leader@aldermere.example.org", Executive, Political, Senior);
pub(crate) const CHIEF: Who =
    who("Chief Executive", "chief.executive@aldermere.example.org", Executive, Managerial, Senior);
pub(crate) const SERVICES: Who =
    who("Cabinet Member, Easy Services", "cabinet.services@aldermere.example.org", Executive, Political, Senior);
pub(crate) const FINANCE: Who =
    who("Director of Finance", "finance@aldermere.example.org", Executive, Managerial, Senior);
pub(crate) const ADULTS: Who =
    who("Head of Adult Services", "adults@aldermere.example.org", TeamMember, Managerial, MiddleManager);
pub(crate) const STREETS: Who =
    who("Street Services Manager", "streets@aldermere.example.org", TeamMember, Managerial, MiddleManager);
pub(crate) const HOUSING: Who =
    who("Director of Housing", "housing@aldermere.example.org", TeamMember, Managerial, Senior);
pub(crate) const SCRUTINY: Who =
    who("Scrutiny Chair", "scrutiny@aldermere.example.org", Viewer, Political, MiddleManager);

pub(crate) const EVERYONE: &[Who] =
    &[ADMINISTRATOR, MANAGER, LEADER, CHIEF, SERVICES, FINANCE, ADULTS, STREETS, HOUSING, SCRUTINY];
