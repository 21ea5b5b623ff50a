//! What leads wrote: how sure they were, and the words, chapter by chapter. Days are days ago; to come is negative.
use super::people;
use crate::report::{
    Explained, Reporting, asking, at_risk, chapter, explaining, off_track, reporting, sure, with_bursts,
};
use domain::ChallengeCode;

/// Silent over the summer. In spring nothing was said of the risk; the first slip was explained.
pub(crate) const TS_1: Reporting = explaining(
    with_bursts(TS_1_SAID, &[119, 26, 12]),
    &[Explained {
        from: 119,
        to: 119,
        code: ChallengeCode::Slipped,
        reason: "Two landlords sold their houses; one has offered us two flats instead, and nobody has lost a home.",
    }],
);

const TS_1_SAID: Reporting = asking(
    reporting(
        5,
        &[(118, 64)],
        &[
            sure(800, 75),
            at_risk(420, 60, "Pay for repairs within a week"),
            sure(360, 85),
            at_risk(62, 55, "Bring the cost of each month without the grant to both leaders"),
        ],
        &[
            chapter(
                800,
                690,
                (2, 22),
                &[
                    ("{n} landlords told us what would make them let.", "Write the guarantee on one page."),
                    ("{n} landlords met. They fear damage more than empty weeks.", "Ask the insurer."),
                ],
            ),
            chapter(
                690,
                560,
                (2, 8),
                &[
                    ("{n} people moved in on the guarantee.", "Ring each of them in the first week."),
                    (
                        "{n} people housed. One lease ended after a month; we know why.",
                        "Offer a support worker from day one.",
                    ),
                    ("A landlord offered a second flat. {n} people housed.", "See whether others follow."),
                ],
            ),
            chapter(
                560,
                270,
                (9, 37),
                &[
                    ("{n} people hold a lease.", "Match two more with the landlords’ new flats."),
                    ("{n} people hold a lease, and nobody has left this month.", "Look at what the helpline is asked."),
                    ("Repairs were paid within a week. {n} leases run.", "Tell landlords how quickly."),
                    (
                        "{n} leases run. The night shelter had its first empty bed.",
                        "Share the figures with both councils.",
                    ),
                    (
                        "A neighbour complained and now brings soup. {n} leases run.",
                        "Write down what the support worker did.",
                    ),
                ],
            ),
            chapter(
                270,
                64,
                (38, 56),
                &[
                    ("{n} people hold a lease in the clusters that are live.", "Prepare the next cluster."),
                    ("{n} leases. The helpline is busiest on Sundays.", "Talk about a rota for weekends."),
                    ("{n} people hold a lease; six have found work.", "Ask them to talk to new landlords."),
                    ("{n} leases run, and no landlord has left this month.", "Look for flats near the station."),
                ],
            ),
            chapter(
                63,
                1,
                (57, 62),
                &[
                    (
                        "Two landlords sold; their tenants stayed. {n} leases run, but neither council has a line for us after the grant.",
                        "Work out the cost of each month.",
                    ),
                    (
                        "{n} leases run. It was decided which cluster comes next, and we know what each month costs.",
                        "Show the figures to both leaders.",
                    ),
                    ("The helpline is open at weekends. {n} leases run.", "Get onto the agenda of both Cabinets."),
                    (
                        "Both leaders have the paper. {n} leases run, and the first rent increase went through without a word.",
                        "Ask both Cabinets for half an hour.",
                    ),
                    (
                        "Neither Cabinet had room this month. {n} leases run, and tenants ask what happens in spring.",
                        "Ask for a decision before Christmas.",
                    ),
                    (
                        "The cost of each month stands in both budget papers, without a name beside it. {n} leases run.",
                        "Have each finance officer say what they could carry.",
                    ),
                    (
                        "{n} people hold a lease. A landlord for the next cluster signs after Christmas, if the guarantee goes on.",
                        "Hear who pays after the grant.",
                    ),
                ],
            ),
        ],
    ),
    "Decide before Christmas who pays the guarantee when the grant ends: 61 people hold a lease on it",
    people::CHIEF_SALTMARSH,
    -7,
);

pub(crate) const TS_2: Reporting = reporting(
    142,
    &[],
    &[
        sure(430, 70),
        at_risk(215, 45, "Have volunteers call on those whose tablet is off"),
        off_track(158, 10, "Decide by the threshold that we agreed"),
    ],
    &[
        chapter(
            430,
            300,
            (5, 40),
            &[
                ("Talked with {n} people who live alone.", "Ask families what they use."),
                ("{n} talks. Many have a tablet from a grandchild, switched off.", "Find out why."),
            ],
        ),
        chapter(
            300,
            215,
            (10, 50),
            &[
                ("{n} tablets are lent, each with a lesson at home.", "Ring after the first week."),
                ("{n} tablets are out. The first calls to family were lovely.", "Show how to join the choir."),
            ],
        ),
        chapter(
            214,
            150,
            (55, 28),
            &[
                ("{n}% of the tablets were used this week.", "Visit ten people whose tablet is off."),
                ("{n}% in use. People like the visitor better than the screen.", "Ask what they would rather have."),
            ],
        ),
    ],
);

/// All was said to be well for three weeks after the agreement had slipped; then nothing was said for five.
pub(crate) const TS_3: Reporting = with_bursts(TS_3_SAID, &[67, 61, 54, 40]);

const TS_3_SAID: Reporting = reporting(
    1,
    &[(105, 68)],
    &[sure(420, 75), at_risk(104, 55, "Get the data-sharing agreement signed"), sure(29, 75)],
    &[
        chapter(
            420,
            300,
            (6, 60),
            &[
                (
                    "{n} homes looked at with tenants. Most mould sits behind a wardrobe.",
                    "Ask what they would like to know.",
                ),
                ("{n} homes. Fans are off because they are loud.", "Price quiet fans."),
            ],
        ),
        chapter(
            300,
            150,
            (4, 30),
            &[
                ("{n} homes have a sensor. Two found a leak before anybody saw it.", "Compare with the repairs list."),
                ("{n} sensors. One spoke up at every shower.", "Set it less shy."),
                ("Tenants in {n} homes asked to see the readings.", "Find out whether we can show them."),
            ],
        ),
        chapter(
            150,
            105,
            (31, 74),
            &[
                ("{n} of 320 homes have a sensor.", "Fit the next block."),
                ("{n} homes fitted. Repairs came within sixteen days of an alert.", "Bring that below ten."),
                (
                    "{n} homes fitted. A tenant found a leak behind a bath by the readings.",
                    "Ask whether others would like them.",
                ),
            ],
        ),
        chapter(
            104,
            30,
            (80, 196),
            &[
                (
                    "The first estate is done: {n} homes. The second waits for the data-sharing agreement.",
                    "Ask the supplier when its lawyers answer.",
                ),
                ("41 alerts this week from {n} homes, six of them real.", "Sit down with the repairs team."),
                (
                    "The lawyers have changed on the other side. {n} homes, all in working order.",
                    "Send everything again.",
                ),
                ("A fan was mended on the day of its alert. {n} homes have a sensor.", "Tell the tenants’ magazine."),
                ("One annex of the agreement is missing; {n} homes, with those that were empty.", "Chase the annex."),
                (
                    "A second supplier can read half of the sensors. {n} homes fitted.",
                    "Write open readings into the next order.",
                ),
                ("Repairs came within eleven days of an alert in {n} homes.", "Find out what takes so long."),
                ("The keys take so long: now the tenant names the hour. {n} homes fitted.", "See whether that helps."),
                ("All annexes are here, and signature is next week. {n} homes fitted.", "Book the fitters."),
            ],
        ),
        chapter(
            29,
            1,
            (198, 236),
            &[
                (
                    "The data-sharing agreement is signed, 90 days late. {n} homes fitted.",
                    "Start on the second estate.",
                ),
                (
                    "Alerts now wait for two wet nights, and the repairs team believes them. {n} homes fitted.",
                    "Count the false ones for a month.",
                ),
                ("The leaflet is in four of six languages. {n} homes fitted.", "Check the last two with tenants."),
                ("{n} of 320 homes are fitted; repairs come within eight days of an alert.", "Bring that to five."),
                (
                    "{n} homes fitted. The first tenants see their own readings and turn their fans on.",
                    "Ask them what the numbers should be called.",
                ),
            ],
        ),
    ],
);

/// The same words for two months, then twice a week while letters are out.
pub(crate) const TS_4: Reporting = with_bursts(TS_4_SAID, &[120, 106, 89, 82, 75, 68, 61, 54, 20, 18, 13, 12, 11]);

const TS_4_SAID: Reporting = reporting(
    8,
    &[(46, 21)],
    &[sure(200, 75)],
    &[
        chapter(
            200,
            161,
            (10, 24),
            &[
                ("Read {n} letters with people who got one. Nobody reached the second page.", "Write one page."),
                ("{n} people asked. Most put the letter into a drawer.", "Ask what would make them open it."),
            ],
        ),
        chapter(
            160,
            95,
            (26, 45),
            &[("{n} people asked. They fear the phone call more than the debt.", "Offer a form and a text message.")],
        ),
        chapter(
            95,
            1,
            (2, 26),
            &[
                (
                    "{n} pieces of work finished. The first offer is on one page.",
                    "Have it read by five people who are behind.",
                ),
                ("{n} finished. Five people read the page; two asked what a bailiff is.", "Leave that word out."),
                ("{n} finished. They understood it and would still not ring.", "Offer a text message."),
                ("{n} finished. A text message may be sent, says the lawyer.", "Put the number on the page."),
                (
                    "{n} finished; the printer takes 600 letters at a time.",
                    "Send offer A and the old letter on one day.",
                ),
                ("{n} finished. Two lists of 600 are drawn by lot.", "Print both on one morning."),
                ("{n} finished. The first 600 letters are out.", "Count the answers each Friday."),
                ("{n} finished. Most answers came on the second day, by text.", "Count again on Friday."),
                ("{n} finished. Offer A brings one point more, which could be chance.", "Write offer B."),
                ("{n} finished. A household rang to say thank you for one page.", "Read offer B to three people."),
                ("{n} finished. Offer B is out: a plan comes first, the total second.", "Count the answers."),
                ("{n} finished. Half of the answers name a sum that people can pay.", "Compare it with the plans."),
                (
                    "{n} finished. Answers to offer B come in more slowly than we had hoped.",
                    "Wait for the yearly bills.",
                ),
                ("{n} finished after a quiet month: the yearly bills went first.", "Count the answers to offer B."),
                (
                    "{n} finished. Offer B brings four points more; we had agreed to go on at six.",
                    "Write offer C with the contact centre.",
                ),
                ("{n} finished. The contact centre filled in three plans as an example.", "Print offer C."),
                ("{n} finished. Offer C is out: three plans to choose from, already filled in.", "Count the answers."),
                ("{n} finished. Four in ten take the plan in the middle.", "See who takes none."),
                ("{n} finished. Offer C is ahead of the old letter on every street.", "Wait for the last answers."),
                (
                    "{n} finished. Offer C brings eleven points more.",
                    "Have it read by groups of disabled residents before it goes further.",
                ),
            ],
        ),
    ],
);

/// Less sure once the scope had changed, in the same colour and without a word about it.
pub(crate) const TS_5: Reporting = with_bursts(
    reporting(
        6,
        &[(63, 61), (35, 15)],
        &[sure(70, 70), sure(20, 45)],
        &[
            chapter(
                70,
                21,
                (8, 96),
                &[
                    (
                        "Looked at {n} applications that came back. Missing scale bars lead.",
                        "Ask agents which rules are hardest.",
                    ),
                    (
                        "{n} applications looked at. Two councils elsewhere check before they ask for the fee.",
                        "Borrow their list of questions.",
                    ),
                    (
                        "{n} applications looked at. Agents say that they would use it, if it saves a letter.",
                        "Hold a workshop with twelve agents.",
                    ),
                ],
            ),
            chapter(
                20,
                1,
                (124, 140),
                &[
                    (
                        "The workshop changed the scope: checks for agents first, for householders later. {n} applications looked at.",
                        "Agree the smaller scope.",
                    ),
                    (
                        "{n} applications looked at. The supplier has read the smaller scope and asks what it may cost.",
                        "Price the checks for agents alone.",
                    ),
                ],
            ),
        ],
    ),
    &[60, 46, 4],
);

/// Less sure of the opening, and as green as before.
pub(crate) const TS_6: Reporting = with_bursts(
    reporting(
        1,
        &[(26, 15)],
        &[sure(40, 65), sure(10, 40)],
        &[chapter(
            40,
            1,
            (3, 57),
            &[
                (
                    "Put a box by the tip for things that only need a fuse: {n} in it on the first Saturday.",
                    "Find a bench.",
                ),
                (
                    "There was a bench on the tip. {n} things in the box, and four volunteers have said yes.",
                    "Find an electrician.",
                ),
                (
                    "One of the volunteers is an electrician. {n} things wait in the box.",
                    "Open on a Saturday before Christmas.",
                ),
            ],
        )],
    ),
    &[27],
);
