//! Who may do what: a statement for every server function and every page of the office, and each
//! tried as everybody. What has no statement fails.

use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use veiligchat::{
    domain::{
        evaluation::Evaluation,
        ids::RegionId,
        secret::Ticket,
        staffing::{Role, ShownName, SignInName},
    },
    host::office::{Right, routes},
    protocol::{Evaluate, Refusal, SignUp, VERSION},
    service::{
        account::{ChosenPassword, NewAccount, Password},
        records::{AuditScope, CodeStep, FactorSecret, NewFactor, Standing},
    },
};

use super::{
    calls::{by_session, by_token},
    site::{Site, UTRECHT, credential, refusal_in},
};

const TWENTE: RegionId = RegionId(19);

/// Who may call a server function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Caller {
    /// Anybody; what concerns a conversation takes its token, whoever is signed in.
    Anybody,
    /// Whoever is signed in and has a desk.
    Worker,
    /// Whoever is signed in and works for Utrecht, which the request is about.
    OfUtrecht,
}

/// The statement for each server function.
const FUNCTIONS: &[(&str, Caller)] = &[
    ("/api/visitor/answer", Caller::Anybody),
    ("/api/visitor/evaluate", Caller::Anybody),
    ("/api/visitor/follow", Caller::Anybody),
    ("/api/visitor/leave", Caller::Anybody),
    ("/api/visitor/reading-back", Caller::Anybody),
    ("/api/visitor/reply", Caller::Anybody),
    ("/api/visitor/seal", Caller::Anybody),
    ("/api/visitor/send", Caller::Anybody),
    ("/api/visitor/sign-up", Caller::Anybody),
    ("/api/visitor/typing", Caller::Anybody),
    ("/api/worker/accept", Caller::Worker),
    ("/api/worker/advices", Caller::Worker),
    ("/api/worker/answer", Caller::Worker),
    ("/api/worker/ask-key", Caller::Worker),
    ("/api/worker/duty", Caller::Worker),
    ("/api/worker/end", Caller::Worker),
    ("/api/worker/follow", Caller::Worker),
    ("/api/worker/reading", Caller::Worker),
    ("/api/worker/register", Caller::Worker),
    ("/api/worker/register-advice", Caller::OfUtrecht),
    ("/api/worker/remove-reply", Caller::Worker),
    ("/api/worker/replies", Caller::Worker),
    ("/api/worker/save-reply", Caller::Worker),
    ("/api/worker/send", Caller::Worker),
    ("/api/worker/transfer", Caller::Worker),
    ("/api/worker/typing", Caller::Worker),
    ("/api/worker/unlock", Caller::Worker),
    ("/api/worker/waive-advice", Caller::Worker),
];

/// The statement for each page of the office, apart from the one beside its route: a page cannot be
/// opened to more people by a slip in one place.
const PAGES: &[(&str, Right)] = &[
    ("/beheer", Right::Office),
    ("/beheer/account", Right::Staff),
    ("/beheer/account/code", Right::Staff),
    ("/beheer/account/code/eerste", Right::Staff),
    ("/beheer/account/herstelcodes", Right::Staff),
    ("/beheer/account/sessies", Right::Staff),
    ("/beheer/account/wachtwoord", Right::Staff),
    ("/beheer/achtervang", Right::Coordinator),
    ("/beheer/adviezen", Right::Worker),
    ("/beheer/cijfers", Right::Office),
    ("/beheer/cijfers.csv", Right::Office),
    ("/beheer/huisstijl", Right::Office),
    ("/beheer/huisstijl/logo", Right::Office),
    ("/beheer/installatie", Right::Administrator),
    ("/beheer/logboek", Right::Office),
    ("/beheer/medewerkers", Right::Office),
    ("/beheer/openingstijden", Right::Coordinator),
    ("/beheer/organisaties", Right::Administrator),
    ("/beheer/organisaties/doorvoeren", Right::Administrator),
    ("/beheer/registraties", Right::Coordinator),
    ("/beheer/registraties.csv", Right::Coordinator),
    ("/beheer/standaardzinnen", Right::Coordinator),
    ("/beheer/teksten", Right::Office),
    ("/beheer/vragen", Right::Coordinator),
];

/// Somebody who tries.
struct Somebody {
    who: &'static str,
    /// Their role, if they are signed in.
    role: Option<Role>,
    cookies: String,
}

async fn add(site: &Site, name: &str, role: Role) {
    let account = NewAccount {
        sign_in_name: SignInName::parse(name).unwrap(),
        shown_name: ShownName::parse("Iemand").unwrap(),
        role,
    };
    let password = Password::typed(format!("{name}-demo-wachtwoord"));
    let password = ChosenPassword::choose(password, &[]).unwrap();
    site.rooms.accounts.add(account, password).await.unwrap();
}

/// Everybody who could try, each with the cookies of their browser.
async fn everybody(site: &Site) -> Vec<Somebody> {
    add(site, "koen", Role::Coordinator(TWENTE)).await;
    let signed_in = async |name: &'static str, role| {
        let cookies = site.sign_in(name).await;
        Somebody { who: name, role: Some(role), cookies }
    };
    let mut people = vec![
        Somebody { who: "nobody", role: None, cookies: String::new() },
        signed_in("anna", Role::Worker(UTRECHT)).await,
        signed_in("chris", Role::Worker(TWENTE)).await,
        signed_in("karin", Role::Coordinator(UTRECHT)).await,
        signed_in("koen", Role::Coordinator(TWENTE)).await,
        signed_in("beheer", Role::Administrator).await,
    ];
    // Dina gave her password, and has not given her code yet.
    let records = &site.rooms.records;
    let id_of = async |name: &str| {
        let name = SignInName::parse(name).unwrap();
        records.credentials(name).await.unwrap().unwrap().member.id
    };
    let (secret, recovery) = (FactorSecret::from_bytes([1; 20]), Vec::new());
    let factor = NewFactor { secret, used: CodeStep(0), recovery };
    records.set_factor(id_of("dina").await, factor).await.unwrap();
    let cookies = site.sign_in("dina").await;
    assert!(cookies.contains("tussen=") && !cookies.contains("sessie="), "{cookies}");
    people.push(Somebody { who: "half signed in", role: None, cookies: cookies.clone() });
    // The cookie of the half state, shown as if it were a session.
    let forged = cookies.replace("__Host-tussen", "__Host-sessie");
    people.push(Somebody { who: "half as whole", role: None, cookies: forged });
    // Bram had a session when his account was disabled.
    let cookies = site.sign_in("bram").await;
    records.set_standing(id_of("bram").await, Standing::Disabled).await.unwrap();
    people.push(Somebody { who: "disabled", role: None, cookies });
    people
}

/// A well-formed request for each server function.
fn requests() -> BTreeMap<String, Vec<u8>> {
    let encoded = |request: &dyn erased::Encode| request.encode();
    let sign_up = SignUp { credential: credential(9), region: UTRECHT, work: None };
    let evaluate = Evaluate {
        version: VERSION,
        ticket: Ticket::from_bytes([9; 32]),
        evaluation: Evaluation::default(),
    };
    let visitors = by_token(&credential(9)).into_iter();
    let visitors =
        visitors.chain([("sign-up", encoded(&sign_up)), ("evaluate", encoded(&evaluate))]);
    let visitors = visitors.map(|(name, body)| (format!("/api/visitor/{name}"), body));
    let workers = by_session(VERSION).into_iter();
    let workers = workers.map(|(name, body)| (format!("/api/worker/{name}"), body));
    visitors.chain(workers).collect()
}

mod erased {
    pub trait Encode {
        fn encode(&self) -> Vec<u8>;
    }

    impl<T: serde::Serialize> Encode for T {
        fn encode(&self) -> Vec<u8> {
            postcard::to_allocvec(self).unwrap()
        }
    }
}

#[test]
fn every_server_function_has_a_statement_and_a_request_to_try_it_with() {
    let mut known: Vec<&str> = server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    known.sort_unstable();
    let stated: Vec<&str> = FUNCTIONS.iter().map(|(path, _)| *path).collect();
    assert_eq!(stated, known);
    let tried: Vec<String> = requests().into_keys().collect();
    assert_eq!(tried, known);
}

#[test]
fn every_page_of_the_office_has_the_same_statement_in_both_places() {
    let mut known: Vec<(&str, Right)> = routes().map(|route| (route.path, route.right)).collect();
    known.sort_unstable_by_key(|(path, _)| *path);
    assert_eq!(PAGES, known);
}

#[tokio::test]
async fn a_server_function_answers_whoever_is_stated_and_nobody_else() {
    let site = Site::open().await;
    let (people, requests) = (everybody(&site).await, requests());
    for (path, caller) in FUNCTIONS {
        for Somebody { who, role, cookies } in &people {
            // A stream that is let in never ends: its head is enough.
            let answer = site.head_of_call(path, cookies, requests[*path].clone()).await;
            let expected = match (caller, role) {
                (Caller::Anybody, _)
                | (Caller::Worker, Some(Role::Worker(_) | Role::Coordinator(_))) => None,
                (Caller::OfUtrecht, Some(role)) if role.region() == Some(UTRECHT) => None,
                (Caller::Worker | Caller::OfUtrecht, None) => Some(Refusal::NotSignedIn),
                (Caller::Worker, Some(Role::Administrator)) | (Caller::OfUtrecht, Some(_)) => {
                    Some(Refusal::NotAllowed)
                }
            };
            let status = match expected {
                Some(Refusal::NotSignedIn) => StatusCode::UNAUTHORIZED,
                Some(_) => StatusCode::FORBIDDEN,
                None => {
                    let shut = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN];
                    assert!(!shut.contains(&answer), "{path} as {who}: {answer}");
                    continue;
                }
            };
            assert_eq!(answer, status, "{path} as {who}");
            let told = site.post_bytes(path, cookies, requests[*path].clone()).await;
            assert_eq!(Some(refusal_in(&told)), expected, "{path} as {who}");
        }
    }
}

#[tokio::test]
async fn a_page_of_the_office_opens_for_whoever_is_stated_and_nobody_else() {
    let site = Site::open().await;
    let people = everybody(&site).await;
    for (path, right) in PAGES {
        for Somebody { who, role, cookies } in &people {
            for (method, answer) in [
                ("GET", site.get(path, cookies).await),
                ("POST", site.post_form(path, cookies, "").await),
            ] {
                let what = format!("{method} {path} as {who}");
                match role {
                    None => {
                        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{what}");
                        assert_eq!(answer.headers[header::LOCATION], "/inloggen", "{what}");
                    }
                    Some(role) if right.is_with(*role) => {
                        assert_ne!(answer.status, StatusCode::FORBIDDEN, "{what}");
                        let onward = answer.headers.get(header::LOCATION);
                        assert!(onward.is_none_or(|path| path != "/inloggen"), "{what}");
                    }
                    Some(_) => assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}"),
                }
            }
        }
    }
}

#[tokio::test]
async fn a_coordinator_does_nothing_to_the_people_of_another_organisation() {
    let site = Site::open().await;
    add(&site, "koen", Role::Coordinator(TWENTE)).await;
    let (karin, koen) = (site.sign_in("karin").await, site.sign_in("koen").await);
    let beheer = site.sign_in("beheer").await;
    let invite = "wat=uitnodigen&naam=Eva&inlognaam=e.smit&rol=beheerder&organisatie=19";
    let invited = site.post_form("/beheer/medewerkers", &karin, invite).await;
    assert_eq!(invited.status, StatusCode::SEE_OTHER);
    let records = &site.rooms.records;
    let open = records.open_invitations().await.unwrap();
    assert_eq!(open[0].role, Role::Worker(UTRECHT), "whatever the form says");
    let people = records.all_staff().await.unwrap();
    let anna = people[0].id.0;
    let noted = async || records.audit(AuditScope::Everything, None, 100).await.unwrap().len();
    let before = noted().await;
    for (cookies, what, number) in [
        (&koen, "uitzetten", i64::from(anna)),
        (&koen, "aanzetten", i64::from(anna)),
        (&koen, "code-wissen", i64::from(anna)),
        (&koen, "eraf", i64::from(anna)),
        (&koen, "opnieuw", open[0].id.0),
        (&koen, "intrekken", open[0].id.0),
        (&beheer, "uitzetten", i64::from(anna)),
        (&beheer, "ook-hier", i64::from(anna)),
        (&beheer, "intrekken", open[0].id.0),
        (&karin, "uitzetten", 9_999),
    ] {
        let form = format!("wat={what}&wie={number}&collega=anna");
        let answer = site.post_form("/beheer/medewerkers", cookies, &form).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{what}");
    }
    assert_eq!(noted().await, before);
    assert_eq!(records.all_staff().await.unwrap(), people);
    assert_eq!(records.open_invitations().await.unwrap(), open);
    let log = site.get("/beheer/logboek", &koen).await.text();
    assert!(!log.contains("Eva") && !log.contains("Karin"), "{log}");
    let log = site.get("/beheer/logboek", &karin).await.text();
    assert!(log.contains("Eva") && log.contains("Uitgenodigd"), "{log}");
}
