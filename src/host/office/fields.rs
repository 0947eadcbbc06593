//! What a form posts.

use axum::{
    Form,
    extract::{FromRequest, Request},
    http::StatusCode,
};

/// The fields of a posted form, in the order of the form.
#[derive(Debug, Clone, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// What was posted under a name, the first of several; empty when nothing was. Line ends are
    /// one character.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Everything that was posted under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Everything, in the order of the form.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// Whether anything was posted under a name, as ticked boxes and pressed buttons are.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }
}

impl FromIterator<(String, String)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        // Browsers post a line end as two characters.
        let plain = fields.into_iter().map(|(name, value)| (name, value.replace("\r\n", "\n")));
        Self(plain.collect())
    }
}

impl<State: Send + Sync> FromRequest<State> for Fields {
    type Rejection = StatusCode;

    async fn from_request(request: Request, state: &State) -> Result<Self, StatusCode> {
        let form = Form::<Vec<(String, String)>>::from_request(request, state).await;
        form.map(|Form(fields)| fields.into_iter().collect()).map_err(|_| StatusCode::BAD_REQUEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_name() {
        let pairs = [("naam", "Anna"), ("dag", "ma"), ("dag", "di"), ("tekst", "een\r\ntwee")];
        let fields: Fields =
            pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        assert_eq!(fields.get("naam"), "Anna");
        assert_eq!(fields.get("geen"), "");
        assert_eq!(fields.get("tekst"), "een\ntwee");
        assert_eq!(fields.all("dag").collect::<Vec<_>>(), ["ma", "di"]);
        assert!(fields.has("dag") && !fields.has("geen"));
    }
}
