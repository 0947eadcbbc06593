//! Every path that a file names: in `use`, expressions, types, patterns, attributes, and in what is
//! handed to macros.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    Attribute, File, Item, ItemFn, ItemMod, ItemUse, Macro, MetaList, Path, UseTree,
    visit::{self, Visit},
};

use super::sources::is_for_tests;

/// A path as a file names it, from `crate` where it stays in the house.
pub struct Named {
    pub path: Vec<String>,
    /// Whether it brings a name into scope.
    pub is_import: bool,
    /// Whether it stands in something that is compiled for tests only.
    pub in_test: bool,
}

/// The paths of more than one segment, and everything that is imported.
pub fn named_in(file: &File, module: &[String]) -> Vec<Named> {
    let mut reader = Reader { module: module.to_vec(), tests: 0, named: Vec::new() };
    reader.visit_file(file);
    reader.named
}

struct Reader {
    module: Vec<String>,
    tests: usize,
    named: Vec<Named>,
}

impl Reader {
    fn name(&mut self, path: &[String], is_import: bool) {
        let path = from_crate(&self.module, path);
        self.named.push(Named { path, is_import, in_test: self.tests > 0 });
    }

    fn import(&mut self, before: &mut Vec<String>, tree: &UseTree) {
        let leaf = match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(before, &path.tree);
                before.pop();
                return;
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.import(before, tree));
                return;
            }
            UseTree::Name(name) => name.ident.to_string(),
            UseTree::Rename(rename) => rename.ident.to_string(),
            UseTree::Glob(_) => "*".to_owned(),
        };
        // `a::{self}` is `a`.
        if leaf == "self" && !before.is_empty() {
            self.name(before, true);
        } else {
            self.name(&[before.as_slice(), &[leaf]].concat(), true);
        }
    }

    /// Looks for paths among the tokens of a macro: names with `::` between them.
    fn scan(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Group(group) => {
                    let tree = (colons == 2 && group.delimiter() == Delimiter::Brace)
                        .then(|| syn::parse2::<UseTree>(TokenTree::from(group.clone()).into()));
                    if let Some(Ok(tree)) = tree {
                        self.import(&mut std::mem::take(&mut path), &tree);
                    } else {
                        self.end(&mut path);
                        self.scan(group.stream());
                    }
                    colons = 0;
                }
                _ => {
                    self.end(&mut path);
                    colons = 0;
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        if path.len() > 1 {
            self.name(&path, false);
        }
    }

    fn inside(&mut self, attributes: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let step = usize::from(is_for_tests(attributes));
        self.tests += step;
        visit(self);
        self.tests -= step;
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_path(&mut self, path: &'a Path) {
        let names: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1 {
            self.name(&names, false);
        }
        visit::visit_path(self, path);
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        self.inside(&item.attrs, |reader| reader.import(&mut Vec::new(), &item.tree));
    }

    fn visit_macro(&mut self, used: &'a Macro) {
        self.scan(used.tokens.clone());
        visit::visit_macro(self, used);
    }

    fn visit_meta_list(&mut self, list: &'a MetaList) {
        self.scan(list.tokens.clone());
        visit::visit_meta_list(self, list);
    }

    fn visit_item_fn(&mut self, item: &'a ItemFn) {
        self.inside(&item.attrs, |reader| visit::visit_item_fn(reader, item));
    }

    fn visit_item_mod(&mut self, item: &'a ItemMod) {
        self.inside(&item.attrs, |reader| {
            reader.module.push(item.ident.to_string());
            visit::visit_item_mod(reader, item);
            reader.module.pop();
        });
    }
}

/// The path from `crate`, for one that starts with `self` or `super` in this module.
fn from_crate(module: &[String], path: &[String]) -> Vec<String> {
    let ups = path.iter().take_while(|name| *name == "super" || *name == "self");
    let (skipped, up) = (ups.clone().count(), ups.filter(|name| *name == "super").count());
    if skipped == 0 {
        return path.to_vec();
    }
    let base = &module[..module.len().saturating_sub(up)];
    [&["crate".to_owned()], base, &path[skipped..]].concat()
}

/// Macros for work in progress, and those that give up in words of their own, which could hold what
/// somebody sent.
const CARELESS: [&str; 10] = [
    "dbg",
    "todo",
    "unimplemented",
    "panic",
    "unreachable",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert_eq",
    "debug_assert_ne",
];

/// What no code outside tests has: `unwrap`, and careless macros.
pub fn careless_in(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    file.items.iter().for_each(|item| careless_item(item, &mut found));
    found
}

fn careless_item(item: &Item, found: &mut Vec<String>) {
    let attributes = match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        _ => &Vec::new(),
    };
    if is_for_tests(attributes) {
        return;
    }
    match item {
        Item::Mod(ItemMod { content: Some((_, items)), .. }) => {
            for item in items {
                careless_item(item, found);
            }
        }
        item => careless_tokens(quote::ToTokens::to_token_stream(item), found),
    }
}

fn careless_tokens(tokens: TokenStream, found: &mut Vec<String>) {
    let mut before = String::new();
    for token in tokens {
        let text = match &token {
            // What the compiler carries out stops the build, not the program.
            TokenTree::Group(_) if before == "const" => String::new(),
            TokenTree::Group(group) => {
                careless_tokens(group.stream(), found);
                String::new()
            }
            other => other.to_string(),
        };
        let careless = CARELESS.contains(&before.as_str());
        if (before == "." && text == "unwrap") || (careless && text == "!") {
            found.push(format!("{before}{text}"));
        }
        before = text;
    }
}
