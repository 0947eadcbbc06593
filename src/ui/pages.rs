//! The pages that only the server renders.
