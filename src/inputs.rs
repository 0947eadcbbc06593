//! Everything that somebody outside can hand to this program, each as a function of bytes that must
//! neither panic nor hang. The fuzzers in `fuzz/` call these, and so does a short form in the tests,
//! so that the two cannot drift apart. Compiled for those and nothing else.

mod envelopes;
mod files;
mod forms;
mod pages;
mod requests;
#[cfg(test)]
mod tests;

pub use envelopes::envelopes;
pub use files::{municipalities, settings};
pub use forms::{codes, cookies, hours_form, questions_form};
pub use pages::{desk_page, kept, visitor_page};
pub use requests::{requests, work};

/// Takes any bytes.
pub type Input = fn(&[u8]);

/// All of them, under the names of the fuzzers.
pub const ALL: [(&str, Input); 12] = [
    ("codes", codes),
    ("cookies", cookies),
    ("desk_page", desk_page),
    ("envelopes", envelopes),
    ("hours_form", hours_form),
    ("kept", kept),
    ("municipalities", municipalities),
    ("questions_form", questions_form),
    ("requests", requests),
    ("settings", settings),
    ("visitor_page", visitor_page),
    ("work", work),
];

/// Splits off a byte that says which of several things is meant.
fn choice(bytes: &[u8]) -> (u8, &[u8]) {
    bytes.split_first().map_or((0, bytes), |(first, rest)| (*first, rest))
}

/// What came of it does not matter here; that it came does.
fn done<T>(value: T) {
    std::hint::black_box(value);
}
