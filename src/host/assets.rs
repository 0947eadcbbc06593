//! The site inside the binary: scripts, WASM, style, icons.
//!
//! Everything lies under one folder whose name is made from the content of all files, so a page
//! never mixes two builds and browsers may keep what they fetched for good. In a development build
//! the files are read from `target/site` instead.

use std::{collections::BTreeMap, fmt::Write as _, sync::LazyLock};

use axum::{
    body::{Body, Bytes},
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::serde_json;
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

use crate::{
    browser::scripts,
    ui::{
        boot::Site,
        text::{
            Language,
            words::{Words, words_file},
        },
    },
};

/// What cargo-leptos made. It may be missing: checks and tests run before the site is built.
#[derive(RustEmbed)]
#[folder = "target/site/"]
#[allow_missing = true]
#[exclude = "*.gz"]
#[exclude = "*.d.ts*"]
struct Files;

/// The style of what only staff see, apart so that no visitor waits for it. The layers are those of
/// `style/main.css`, which comes first.
const STAFF_STYLE: &str = concat!(
    "@layer parts{",
    include_str!("../../style/parts/staff.css"),
    include_str!("../../style/parts/sheet.css"),
    "}@layer pages{",
    include_str!("../../style/pages/desk.css"),
    include_str!("../../style/pages/office.css"),
    include_str!("../../style/pages/office-admin.css"),
    include_str!("../../style/pages/office-appearance.css"),
    include_str!("../../style/pages/office-staff.css"),
    include_str!("../../style/pages/office-advice.css"),
    include_str!("../../style/pages/office-hours.css"),
    include_str!("../../style/pages/office-figures.css"),
    include_str!("../../style/pages/webmasters.css"),
    "}"
);

/// The folder of this build, as it stands in every address.
static FOLDER: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort_unstable();
    let mut all = Sha256::new_with_prefix(STAFF_STYLE);
    for name in names {
        if let Some(file) = Files::get(&name) {
            all.update((name.len() as u64).to_be_bytes());
            all.update(name.as_bytes());
            all.update(file.metadata.sha256_hash());
        }
    }
    all.update(scripts::WORK.as_bytes());
    for language in Language::ALL {
        all.update(Words::to_file(language));
    }
    all.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
});

/// The route that [`serve`] answers.
pub const ROUTE: &str = "/pkg/{version}/{*file}";

/// The one script that is a file of its own and is not made by cargo-leptos: a thread's.
const WORK: &str = "work.js";

/// Whether a site was there when the program was built.
#[must_use]
pub fn present() -> bool {
    Files::get("pkg/veiligchat.js").is_some()
}

/// Where pages find the files of this build.
#[must_use]
pub fn site() -> Site {
    let chunks: BTreeMap<String, Vec<String>> = Files::get("pkg/__wasm_split_manifest.json")
        .and_then(|file| serde_json::from_slice(&file.data).ok())
        .unwrap_or_default();
    Site::new(format!("/pkg/{}", *FOLDER), chunks)
}

/// A file of this build, for good; of another build, nothing.
pub async fn serve(Path((version, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    if version != *FOLDER {
        return StatusCode::NOT_FOUND.into_response();
    }
    let style = || (name == Site::STAFF_STYLE).then(staff_style);
    let mut response = find(&format!("pkg/{name}"), &headers)
        .or_else(style)
        .or_else(|| (name == WORK).then(work))
        .or_else(|| words(&name))
        .or_else(|| find(&name, &headers))
        .unwrap_or_else(|| StatusCode::NOT_FOUND.into_response());
    if response.status().is_success() {
        response.headers_mut().insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        );
    }
    response
}

fn staff_style() -> Response {
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], STAFF_STYLE).into_response()
}

fn work() -> Response {
    ([(header::CONTENT_TYPE, content_type(WORK))], scripts::WORK.as_str()).into_response()
}

/// What the program says, in one language.
fn words(name: &str) -> Option<Response> {
    let language = Language::ALL.into_iter().find(|language| words_file(*language) == name)?;
    let kind = HeaderValue::from_static(content_type(name));
    Some(([(header::CONTENT_TYPE, kind)], Words::to_file(language)).into_response())
}

/// A file at the root of the site, such as `robots.txt`; the page of a path that is none is made
/// elsewhere.
#[must_use]
pub fn at_root(name: &'static str, headers: &HeaderMap) -> Response {
    find(name, headers).unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
}

/// A file at the root of the site that may be missing, in brotli where the browser takes that.
#[must_use]
pub fn packed(name: &'static str, headers: &HeaderMap) -> Option<Response> {
    find(name, headers)
}

/// The file in the form that the browser takes, brotli where it can.
fn find(name: &str, headers: &HeaderMap) -> Option<Response> {
    let plain = Files::get(name)?;
    let kind = HeaderValue::from_static(content_type(name));
    let packed = takes_brotli(headers).then(|| Files::get(&format!("{name}.br"))).flatten();
    let is_packed = packed.is_some();
    let mut response = Body::from(content(packed.unwrap_or(plain))).into_response();
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, kind);
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if is_packed {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Some(response)
}

fn content(file: EmbeddedFile) -> Bytes {
    match file.data {
        std::borrow::Cow::Borrowed(data) => Bytes::from_static(data),
        std::borrow::Cow::Owned(data) => Bytes::from(data),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" => "application/json",
        "mp3" => "audio/mpeg",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// RFC 9110 section 12.5.3: a coding is taken when it is named, unless its weight is zero.
fn takes_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
            let weight = weight.trim().strip_prefix("q=").unwrap_or("1");
            name.trim().eq_ignore_ascii_case("br")
                && weight.parse::<f32>().is_ok_and(|weight| weight > 0.0)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepting(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))])
    }

    #[test]
    fn brotli_is_given_to_who_names_it() {
        assert!(takes_brotli(&accepting("gzip, deflate, br, zstd")));
        assert!(takes_brotli(&accepting("gzip;q=0.5, BR;q=0.8")));
    }

    #[test]
    fn brotli_is_not_given_to_who_does_not() {
        assert!(!takes_brotli(&HeaderMap::new()));
        assert!(!takes_brotli(&accepting("gzip, brotli")));
        assert!(!takes_brotli(&accepting("br;q=0")));
    }

    #[tokio::test]
    async fn the_style_of_the_staff_is_a_file_of_its_own() {
        let path = |name: &str| Path((FOLDER.clone(), name.to_owned()));
        let answer = serve(path(Site::STAFF_STYLE), HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert!(STAFF_STYLE.contains(".desk") && STAFF_STYLE.contains(".office-menu"));
        let main = include_str!("../../style/main.css");
        assert!(!main.contains("office") && !main.contains("desk"), "visitors do not wait for it");
    }

    #[tokio::test]
    async fn the_thread_that_does_the_work_is_a_file_of_this_build() {
        let path = Path((FOLDER.clone(), WORK.to_owned()));
        let answer = serve(path, HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
        assert!(answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    }

    #[tokio::test]
    async fn words_are_files_of_this_build() {
        let path = |name: &str| Path((FOLDER.clone(), name.to_owned()));
        for name in ["words-nl.txt", "words-ar.txt"] {
            let answer = serve(path(name), HeaderMap::new()).await;
            assert_eq!(answer.status(), StatusCode::OK, "{name}");
            assert!(
                answer.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable")
            );
        }
        assert!(words("words-xx.txt").is_none());
    }

    #[tokio::test]
    async fn a_file_of_another_build_is_not_given() {
        let answer =
            serve(Path(("0".repeat(16), "veiligchat.js".to_owned())), HeaderMap::new()).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
}
