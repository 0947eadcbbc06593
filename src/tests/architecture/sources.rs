//! The files of the house, parsed.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use syn::{Attribute, Item};

/// A file.
pub struct Source {
    /// Its path from `src`.
    pub file: String,
    /// The module that it is.
    pub module: Vec<String>,
    /// Whether it is compiled for tests only.
    pub is_test: bool,
    pub text: String,
    pub syntax: syn::File,
}

impl Source {
    /// The file with this path from `src`.
    pub fn new(file: &str, text: &str) -> Self {
        let module = file.trim_end_matches(".rs").split('/').map(str::to_owned);
        let module = module.filter(|name| !["lib", "main"].contains(&name.as_str())).collect();
        let syntax = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let is_test = file.starts_with("tests/");
        Self { file: file.to_owned(), module, is_test, text: text.to_owned(), syntax }
    }
}

/// All files under `src`.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = files(&root)
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            Source::new(path.strip_prefix(&root).unwrap().to_str().unwrap(), &text)
        })
        .collect();
    let tests: BTreeSet<Vec<String>> = sources.iter().flat_map(tests_declared_in).collect();
    for source in &mut sources {
        source.is_test |= tests.iter().any(|test| source.module.starts_with(test));
    }
    sources
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

/// The modules that this file declares for tests only.
fn tests_declared_in(source: &Source) -> Vec<Vec<String>> {
    let declared = source.syntax.items.iter().filter_map(|item| match item {
        Item::Mod(module) if module.content.is_none() && is_for_tests(&module.attrs) => {
            Some([source.module.as_slice(), &[module.ident.to_string()]].concat())
        }
        _ => None,
    });
    declared.collect()
}

/// Whether what these stand before is compiled for tests, or for the fuzzers, only.
pub fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let path = attribute.path();
        let is_cfg_test = path.is_ident("cfg")
            && attribute.meta.require_list().is_ok_and(|list| {
                let condition = list.tokens.to_string().replace(' ', "");
                ["test", "any(test,fuzzing)"].contains(&condition.as_str())
            });
        let is_test = path.segments.last().is_some_and(|segment| segment.ident == "test");
        is_cfg_test || is_test
    })
}
