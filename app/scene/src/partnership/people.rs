use crate::people::{Who, who};
use domain::{
    Band::{Frontline, MiddleManager, Senior},
    Role::{Administrator, Executive, ProgrammeManager, TeamMember, Viewer},
    Side::{Managerial, Neither, Political},
};

pub(crate) const THORNBECK: &str = "Thornbeck District Council";
pub(crate) const SALTMARSH: &str = "Saltmarsh Borough Council";

pub(crate) const ADMINISTRATOR: Who =
    who("Administrator", "admin@thornbeck-saltmarsh.example.org", Administrator, Neither, MiddleManager);
pub(crate) const MANAGER: Who =
    who("Programme Manager", "programme@thornbeck-saltmarsh.example.org", ProgrammeManager, Neither, MiddleManager);
const CHIEF: Who =
    who("Chief Executive", "chief.executive@thornbeck-saltmarsh.example.org", Executive, Managerial, Senior);
/// The chief executive is shared and holds a place for each council.
pub(crate) const CHIEF_THORNBECK: Who = CHIEF.of(THORNBECK);
pub(crate) const CHIEF_SALTMARSH: Who = CHIEF.of(SALTMARSH);
pub(crate) const LEADER_THORNBECK: Who =
    who("Leader (Thornbeck)", "leader@thornbeck.example.org", Executive, Political, Senior).of(THORNBECK);
pub(crate) const LEADER_SALTMARSH: Who =
    who("Leader (Saltmarsh)", "leader@saltmarsh.example.org", Executive, Political, Senior).of(SALTMARSH);
pub(crate) const COMMUNITIES: Who =
    who("Director of Communities", "communities@thornbeck-saltmarsh.example.org", TeamMember, Managerial, Senior);
pub(crate) const HOUSING: Who = who(
    "Housing Manager (Saltmarsh)",
    "housing@thornbeck-saltmarsh.example.org",
    TeamMember,
    Managerial,
    MiddleManager,
)
.of(SALTMARSH);
pub(crate) const REVENUES: Who =
    who("Revenues Manager", "revenues@thornbeck-saltmarsh.example.org", TeamMember, Managerial, MiddleManager);
/// Suggested what is now TS-6, and leads for the first time.
pub(crate) const CREW: Who =
    who("Waste Crew Loader (Thornbeck)", "crew@thornbeck.example.org", TeamMember, Neither, Frontline)
        .of(THORNBECK)
        .since(45);
pub(crate) const PARTNER: Who =
    who("Partner Reader (housing association)", "partner@housing.example.org", Viewer, Neither, MiddleManager)
        .since(420);

pub(crate) const EVERYONE: &[Who] = &[
    ADMINISTRATOR,
    MANAGER,
    CHIEF_THORNBECK,
    CHIEF_SALTMARSH,
    LEADER_THORNBECK,
    LEADER_SALTMARSH,
    COMMUNITIES,
    HOUSING,
    REVENUES,
    CREW,
    PARTNER,
];
