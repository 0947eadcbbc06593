//! What a page's head says about scripts: fetch these as soon as the page is painted, then wake the
//! islands.
//!
//! It takes the place of leptos' `HydrationScripts`, which preloads without a nonce, waits for an
//! idle moment, and wakes one island after the other.

use std::{collections::BTreeMap, sync::Arc};

use leptos::{nonce::use_nonce, prelude::*};

use super::{page::PageSettings, text::words::words_file};
use crate::browser::scripts;

/// Where this build's files are; made by the host from the embedded site, in every page's context.
#[derive(Clone, Debug, Default)]
pub struct Site {
    folder: Arc<str>,
    chunks: Arc<BTreeMap<String, Vec<String>>>,
}

impl Site {
    /// The style of the pages that only staff see.
    pub const STAFF_STYLE: &str = "staff.css";

    /// A site whose files lie under `folder` (an absolute path without a final slash), with the
    /// files that each lazy function needs, by the name in the splitter's manifest.
    #[must_use]
    pub fn new(folder: impl Into<Arc<str>>, chunks: BTreeMap<String, Vec<String>>) -> Self {
        Self { folder: folder.into(), chunks: Arc::new(chunks) }
    }

    /// The address of a file of this build.
    #[must_use]
    pub fn address(&self, file: &str) -> String {
        format!("{}/{file}", self.folder)
    }

    /// The files of the lazy function `name`: `#[lazy]` and lazy islands add a number to it.
    fn files_of(&self, name: &str) -> impl Iterator<Item = String> {
        self.chunks
            .iter()
            .filter(move |(key, _)| {
                key.strip_prefix(name).is_some_and(|rest| {
                    rest.is_empty() || rest.strip_prefix('_').is_some_and(is_number)
                })
            })
            .flat_map(|(_, files)| files.iter().map(|file| format!("{file}.wasm")))
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The scripts of a page with an island.
#[component]
pub fn Boot(
    /// The lazy island of the page, if it is one, by its name in the manifest (`desk_loader` for
    /// `Desk`): its files are fetched at once, and it is woken when they are there.
    #[prop(optional)]
    lazy: &'static str,
) -> impl IntoView {
    let site = expect_context::<Site>();
    let nonce = use_nonce();
    // Hydration marks belong inside islands only.
    if let Some(shared) = Owner::current_shared_context() {
        shared.set_is_hydrating(false);
    }
    let chunks: Vec<String> =
        if lazy.is_empty() { Vec::new() } else { site.files_of(lazy).collect() };
    let fetched = std::iter::once("veiligchat.wasm".to_owned())
        .chain(chunks.iter().cloned())
        .map(|file| {
            view! {
                <link
                    rel="preload"
                    r#as="fetch"
                    r#type="application/wasm"
                    crossorigin="anonymous"
                    href=site.address(&file)
                    nonce=nonce.clone()
                />
            }
        })
        .collect_view();
    // The visitor's program reads what it says from a file of the page's language.
    let words = lazy.is_empty().then(|| words_file(PageSettings::here().language));
    let told = words.clone().map(|file| {
        view! {
            <link
                rel="preload"
                r#as="fetch"
                crossorigin="anonymous"
                href=site.address(&file)
                nonce=nonce.clone()
            />
        }
    });
    let modules = ["veiligchat.js", "__wasm_split.______________________.js"]
        .map(|file| {
            view! { <link rel="modulepreload" href=site.address(file) nonce=nonce.clone() /> }
        })
        .collect_view();
    view! {
        <template id="program">{modules} {fetched} {told}</template>
        <script nonce=nonce.clone() inner_html=scripts::EARLY.as_str()></script>
        <script
            id="boot"
            r#type="module"
            data-folder=site.folder.to_string()
            data-chunks=chunks.join(" ")
            data-words=words
            nonce=nonce
            inner_html=scripts::BOOT.as_str()
        ></script>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let chunks = [
            ("desk_loader_123", vec!["chunk_0", "split_desk"]),
            ("desk_loader_other", vec!["split_other"]),
            ("sealing", vec!["split_sealing"]),
        ];
        Site::new(
            "/pkg/abc",
            chunks
                .map(|(name, files)| (name.to_owned(), files.into_iter().map(Into::into).collect()))
                .into(),
        )
    }

    #[test]
    fn a_lazy_island_finds_its_files_whatever_its_number() {
        let files: Vec<_> = site().files_of("desk_loader").collect();
        assert_eq!(files, ["chunk_0.wasm", "split_desk.wasm"]);
    }

    #[test]
    fn a_lazy_function_with_a_plain_name_finds_its_file() {
        let files: Vec<_> = site().files_of("sealing").collect();
        assert_eq!(files, ["split_sealing.wasm"]);
    }
}
