//! `/beheer/medewerkers`: inviting, disabling, resetting, lending.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::Response,
    routing::get,
};
use leptos::prelude::*;

use super::{Fields, Office, Right, Route, clock::stamp};
use crate::{
    domain::{
        ids::{RegionId, StaffId},
        staffing::{NameError, Role, ShownName, SignInName},
    },
    host::{config::Transport, session::see},
    service::{
        account::{AccountError, NewAccount, People, PeopleError, ShownOnce},
        records::{Factor, Invitation, InvitationId, StaffMember, Standing},
    },
    ui::{
        office::{
            Notice, Section,
            people::{
                ADMINISTRATOR, InviteTyped, PeoplePage, PeopleSeen, PersonActs, PersonRow,
                PersonState, Post, Runs,
            },
        },
        text::{
            Language,
            office::{frame::Frame, people::People as Text},
        },
    },
};

/// The page about the staff.
pub const ROUTES: &[Route] =
    &[Route { path: PATH, right: Right::Office, methods: || get(show).post(act) }];

const PATH: &str = "/beheer/medewerkers";

async fn show(office: Office, headers: HeaderMap) -> Response {
    let notice = Post::named(office.asked("gelukt")).and_then(|post| done(post, office.language));
    page(office, &headers, StatusCode::OK, InviteTyped::default(), notice).await
}

fn done(post: Post, language: Language) -> Option<Notice> {
    let text = Text::of(language);
    let words = match post {
        Post::Disable => text.done_disabled,
        Post::Enable => text.done_enabled,
        Post::Reset => text.done_reset,
        Post::Withdraw => text.done_withdrawn,
        Post::Lend => text.done_lent,
        Post::TakeOff => text.done_taken_off,
        // The link says it.
        Post::Invite | Post::Again | Post::HaveLink => return None,
    };
    Some(Notice::Done(words.to_owned()))
}

async fn act(office: Office, headers: HeaderMap, fields: Fields) -> Response {
    let Some(post) = Post::named(fields.get("wat")) else {
        let typed = InviteTyped::default();
        return page(office, &headers, StatusCode::BAD_REQUEST, typed, None).await;
    };
    let (typed, acted) = carry_out(&office, post, &fields).await;
    let text = Text::of(office.language);
    let (status, notice) = match acted {
        Ok(()) => {
            let path = format!("{PATH}?gelukt={}", post.code());
            return see(&office.language.address(&path));
        }
        Err(Refused::Fields) => {
            let words = Frame::of(office.language).not_saved;
            (StatusCode::UNPROCESSABLE_ENTITY, Notice::Trouble(words.to_owned()))
        }
        Err(Refused::NotYours) => {
            (StatusCode::FORBIDDEN, Notice::Trouble(text.not_yours.to_owned()))
        }
        Err(Refused::Fault(error)) => (StatusCode::SERVICE_UNAVAILABLE, office.failed(&error)),
    };
    page(office, &headers, status, typed, Some(notice)).await
}

/// Why something was not done.
enum Refused {
    /// What was typed cannot be used; the fields say why.
    Fields,
    /// It is not for this person to do, or not any more.
    NotYours,
    /// A fault of our own.
    Fault(AccountError),
}

async fn carry_out(
    office: &Office,
    post: Post,
    fields: &Fields,
) -> (InviteTyped, Result<(), Refused>) {
    let rooms = office.edge.rooms();
    let (accounts, who) = (&rooms.accounts, &office.who);
    let mut typed = InviteTyped::default();
    let staff = StaffId(fields.get("wie").parse().unwrap_or_default());
    let invitation = InvitationId(fields.get("wie").parse().unwrap_or_default());
    let acted = match post {
        Post::Invite => {
            typed = typed_in(fields);
            match account(office, &mut typed) {
                Some(account) => accounts.invite(who, account).await,
                None => return (typed, Err(Refused::Fields)),
            }
        }
        Post::Again => accounts.invite_again(who, invitation).await,
        Post::Withdraw => accounts.withdraw(who, invitation).await,
        Post::Enable => accounts.set_standing(who, staff, Standing::Active).await,
        Post::Disable => accounts.set_standing(who, staff, Standing::Disabled).await,
        Post::Reset => accounts.reset_factor(who, staff).await,
        Post::Lend => {
            fields.get("collega").clone_into(&mut typed.lend);
            match SignInName::parse(&typed.lend) {
                Ok(name) => accounts.lend(who, name).await,
                Err(_) => Err(PeopleError::Unknown),
            }
        }
        Post::TakeOff => accounts.take_off(who, staff).await,
        Post::HaveLink => {
            accounts.put_away(who);
            Ok(())
        }
    };
    if acted.is_ok() && matches!(post, Post::Disable | Post::Reset) {
        // Their sessions have ended: nobody is at their desk.
        if let Err(error) = rooms.switchboard.signed_out(staff).await {
            tracing::error!(%error, "somebody could not be taken off duty");
        }
    }
    if let (Post::TakeOff, Ok(()), Some(region)) = (post, &acted, who.region())
        && let Err(error) = rooms.switchboard.left_region(staff, region).await
    {
        tracing::error!(%error, "somebody could not be taken off duty for a region");
    }
    let acted = acted.map_err(|error| explain(office.language, error, &mut typed));
    (typed, acted)
}

/// Puts what is wrong at the field that it is about.
fn explain(language: Language, error: PeopleError, typed: &mut InviteTyped) -> Refused {
    let text = Text::of(language);
    match error {
        PeopleError::NotYours => return Refused::NotYours,
        PeopleError::Internal(error) => return Refused::Fault(error),
        PeopleError::NameTaken => text.taken.clone_into(&mut typed.name_error),
        PeopleError::Unknown => text.unknown.clone_into(&mut typed.lend_error),
        PeopleError::CannotBeLent => text.cannot_be_lent.clone_into(&mut typed.lend_error),
    }
    Refused::Fields
}

fn typed_in(fields: &Fields) -> InviteTyped {
    InviteTyped {
        shown: fields.get("naam").to_owned(),
        name: fields.get("inlognaam").to_owned(),
        role: fields.get("rol").to_owned(),
        organisation: fields.get("organisatie").to_owned(),
        ..InviteTyped::default()
    }
}

/// The account that the form describes, or what is wrong at its fields. A coordinator invites
/// workers of the own organisation, whatever the form says.
fn account(office: &Office, typed: &mut InviteTyped) -> Option<NewAccount> {
    let text = Text::of(office.language);
    let words = |error: NameError| match error {
        NameError::Empty => text.empty,
        NameError::TooLong => text.too_long,
        NameError::Character(_) => text.character,
    };
    let shown_name = ShownName::parse(&typed.shown)
        .map_err(|error| words(error).clone_into(&mut typed.shown_error))
        .ok();
    let sign_in_name = SignInName::parse(&typed.name)
        .map_err(|error| words(error).clone_into(&mut typed.name_error))
        .ok();
    let same = shown_name
        .as_ref()
        .zip(sign_in_name.as_ref())
        .is_some_and(|(shown, name)| shown.as_str().to_lowercase() == name.as_str());
    if same {
        text.same.clone_into(&mut typed.name_error);
    }
    let published = office.edge.rooms().records.published();
    let role = match office.who.role {
        Role::Coordinator(region) => Some(Role::Worker(region)),
        Role::Administrator if typed.role == ADMINISTRATOR => Some(Role::Administrator),
        Role::Administrator | Role::Worker(_) => {
            let region = typed.organisation.parse().ok().map(RegionId);
            let region = region.filter(|region| published.regions.get(*region).is_some());
            if region.is_none() {
                text.no_organisation.clone_into(&mut typed.organisation_error);
            }
            region.map(Role::Coordinator)
        }
    };
    let (shown_name, sign_in_name, role) = (shown_name?, sign_in_name?, role?);
    (!same).then_some(NewAccount { sign_in_name, shown_name, role })
}

async fn page(
    office: Office,
    headers: &HeaderMap,
    status: StatusCode,
    typed: InviteTyped,
    notice: Option<Notice>,
) -> Response {
    let (seen, notice) = match office.edge.rooms().accounts.people(&office.who).await {
        Ok(people) => (gather(&office, headers, people, typed), notice),
        Err(error) => {
            let failed = office.failed(&error);
            return office.page(status, Section::Staff, Some(failed), || ()).await;
        }
    };
    let language = office.language;
    office
        .page(status, Section::Staff, notice, move || {
            view! { <PeoplePage seen=seen.clone() language /> }
        })
        .await
}

fn gather(office: &Office, headers: &HeaderMap, people: People, typed: InviteTyped) -> PeopleSeen {
    let rooms = office.edge.rooms();
    let (published, now) = (rooms.records.published(), rooms.switchboard.now());
    let name_of = |role: Role| {
        let region = published.regions.get(role.region()?)?;
        Some(region.name.clone())
    };
    let member = |member: StaffMember| PersonRow {
        shown: member.shown_name.as_str().to_owned(),
        name: member.sign_in_name.as_str().to_owned(),
        role: member.role,
        organisation: name_of(member.role),
        state: match member.standing {
            Standing::Active => PersonState::Active,
            Standing::Disabled => PersonState::Disabled,
        },
        factor: Some(member.factor == Factor::Codes),
        acts: if member.id == office.who.staff {
            PersonActs::Own
        } else {
            PersonActs::Account(member.id.0)
        },
    };
    let invited = |invitation: Invitation| PersonRow {
        shown: invitation.shown_name.as_str().to_owned(),
        name: invitation.sign_in_name.as_str().to_owned(),
        role: invitation.role,
        organisation: name_of(invitation.role),
        state: if invitation.until < now {
            PersonState::Expired
        } else {
            PersonState::Invited { until: stamp(invitation.until) }
        },
        factor: None,
        acts: PersonActs::Invitation(invitation.id.0),
    };
    let rows = people.members.into_iter().map(member);
    let rows = rows.chain(people.invitations.into_iter().map(invited)).collect();
    let runs = if office.who.region().is_some() {
        let lent = people.lent.into_iter();
        let lent = lent.map(|member| (member.shown_name.as_str().to_owned(), member.id.0));
        Runs::Workers { lent: lent.collect() }
    } else {
        let all = published.regions.all().iter();
        let organisations = all.map(|region| (region.id.0.to_string(), region.name.clone()));
        Runs::Coordinators { organisations: organisations.collect() }
    };
    let link = match rooms.accounts.shown_once(&office.who) {
        Some(ShownOnce::Link(name, token)) => {
            let address =
                format!("{}/uitnodiging?code={}", origin(office, headers), token.to_text());
            Some((name.as_str().to_owned(), address))
        }
        Some(ShownOnce::Recovery(_)) | None => None,
    };
    PeopleSeen { runs, rows, link, typed }
}

/// The site as whoever asks reaches it.
fn origin(office: &Office, headers: &HeaderMap) -> String {
    let scheme = match office.edge.transport() {
        Transport::Https => "https",
        Transport::PlainLoopback => "http",
    };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    format!("{scheme}://{host}")
}
