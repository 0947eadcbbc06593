//! A site in memory.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Request, StatusCode, header, request::Builder},
};
use serde::{Serialize, de::DeserializeOwned};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use veiligchat::{
    api::Rooms,
    domain::{
        desk::DeskRules,
        ids::{ConversationId, RegionId},
        secret::Token,
    },
    host::{
        assets,
        config::{Config, Transport},
        context::Edge,
        router::router,
    },
    protocol::{Credential, DutyWish, Refusal, SetDuty, VERSION},
    service::{
        account::{Accounts, Cost, Hasher, add_demo_staff},
        journal::memory::Memory,
        records::{Records, SqliteRecords, open_round_the_clock},
        runtime::{Runtime, System},
        switchboard::Switchboard,
    },
};

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.to_vec()).unwrap()
    }

    /// What stands in the first field with this name.
    pub fn field(&self, name: &str) -> String {
        let text = self.text();
        let named = format!("name=\"{name}\"");
        let inputs = text.split("<input").skip(1).map(|input| input.split('>').next().unwrap());
        let input = inputs.into_iter().find(|input| input.contains(&named));
        let input = input.unwrap_or_else(|| panic!("there is no field {name}"));
        let value = input.split(" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        value.unwrap_or_default().to_owned()
    }

    /// The cookies that it sets, as they stand there.
    pub fn cookies(&self) -> Vec<&str> {
        let values = self.headers.get_all(header::SET_COOKIE).iter();
        values.map(|value| value.to_str().unwrap()).collect()
    }

    /// The cookies as a browser sends them back.
    pub fn cookies_to_send(&self) -> String {
        let pairs = self.cookies().into_iter().map(|cookie| cookie.split(';').next().unwrap());
        pairs.collect::<Vec<_>>().join("; ")
    }
}

/// A site that is open around the clock, with the people of the demo.
pub struct Site {
    router: Router,
    /// What works behind it.
    pub rooms: Rooms,
}

impl Site {
    pub async fn open() -> Self {
        Self::over(Transport::Https).await
    }

    /// A site with these rooms behind it.
    pub fn with(rooms: Rooms) -> Self {
        let edge = Edge::new(assets::site(), &Config::default(), Transport::Https, rooms.clone());
        Self { router: router(edge), rooms }
    }

    pub async fn over(transport: Transport) -> Self {
        Self::at(transport, Arc::new(System::default())).await
    }

    /// A site in a world of its own.
    pub async fn at(transport: Transport, runtime: Arc<dyn Runtime>) -> Self {
        let records: Arc<dyn Records> = Arc::new(SqliteRecords::in_memory().unwrap());
        open_round_the_clock(records.as_ref()).await.unwrap();
        let switchboard = Switchboard::start(
            Arc::new(Memory::new(Arc::clone(&runtime))),
            Arc::clone(&records),
            Arc::clone(&runtime),
            DeskRules::default(),
            CancellationToken::new(),
        );
        let switchboard = switchboard.await.unwrap();
        let hasher = Hasher::here(Cost::Least);
        let accounts = Arc::new(Accounts::new(Arc::clone(&records), runtime, hasher));
        add_demo_staff(&accounts).await.unwrap();
        let rooms = Rooms { switchboard, accounts, records };
        let edge = Edge::new(assets::site(), &Config::default(), transport, rooms.clone());
        Self { router: router(edge), rooms }
    }

    /// All of its routes.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// What the organisations decided.
    pub fn records(&self) -> &dyn Records {
        self.rooms.records.as_ref()
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn get(&self, path: &str, cookies: &str) -> Answer {
        let request = Request::get(path).header(header::HOST, "chat.example");
        self.ask(request.header(header::COOKIE, cookies).body(Body::empty()).unwrap()).await
    }

    /// Posts a form from a page of this site.
    pub async fn post_form(&self, path: &str, cookies: &str, form: &str) -> Answer {
        let request =
            post(path, cookies).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    /// Posts these bytes to a server function.
    pub async fn post_bytes(&self, path: &str, cookies: &str, body: Vec<u8>) -> Answer {
        let request = post(path, cookies)
            .header(header::CONTENT_TYPE, "application/x-postcard")
            .header(header::CONTENT_LENGTH, body.len());
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Posts these bytes to a server function and reads only the status: a stream has no end.
    pub async fn head_of_call(&self, path: &str, cookies: &str, body: Vec<u8>) -> StatusCode {
        let request = post(path, cookies)
            .header(header::CONTENT_TYPE, "application/x-postcard")
            .header(header::CONTENT_LENGTH, body.len());
        let request = request.body(Body::from(body)).unwrap();
        self.router.clone().oneshot(request).await.unwrap().status()
    }

    /// Calls a server function.
    pub async fn call<Q: Serialize, A: DeserializeOwned>(
        &self,
        path: &str,
        cookies: &str,
        request: &Q,
    ) -> (StatusCode, Result<A, Refusal>) {
        let body = postcard::to_allocvec(request).unwrap();
        let answer = self.post_bytes(path, cookies, body).await;
        let told = if answer.status.is_success() {
            Ok(postcard::from_bytes(&answer.body).unwrap())
        } else {
            Err(refusal_in(&answer))
        };
        (answer.status, told)
    }

    /// Signs somebody of the demo in; the cookies.
    pub async fn sign_in(&self, name: &str) -> String {
        let form = format!("name={name}&password={name}-demo-wachtwoord");
        let answer = self.post_form("/inloggen", "", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        answer.cookies_to_send()
    }

    /// Signs Anna in and puts her on duty; her cookies.
    pub async fn with_anna_on_duty(&self) -> String {
        let anna = self.sign_in("anna").await;
        let wish = SetDuty {
            version: VERSION,
            wish: DutyWish::On { capacity: 2, regions: Vec::new(), wrap_up: 0 },
        };
        let (_, answer) = self.call::<_, ()>("/api/worker/duty", &anna, &wish).await;
        assert_eq!(answer, Ok(()));
        anna
    }
}

/// The refusal in an answer.
pub fn refusal_in(answer: &Answer) -> Refusal {
    let told = postcard::from_bytes(&answer.body);
    told.unwrap_or_else(|_| panic!("{} without a refusal", answer.status))
}

fn post(path: &str, cookies: &str) -> Builder {
    Request::post(path)
        .header(header::HOST, "chat.example")
        .header(header::COOKIE, cookies)
        .header("sec-fetch-site", "same-origin")
}

/// The region of Utrecht.
pub const UTRECHT: RegionId = RegionId(20);

/// What a visitor shows.
pub fn credential(number: u8) -> Credential {
    Credential {
        version: VERSION,
        conversation: ConversationId::from_bytes([number; 16]),
        token: Token::from_bytes([number; 32]),
    }
}
