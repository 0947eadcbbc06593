//! How far a demo's clock is moved, as people write it.

use jiff::{SignedDuration, Span, SpanRelativeTo};

/// Reads a duration such as `+3h`, `90m` or `-2days`; a day is 24 hours. At most ten years.
pub fn parse(text: &str) -> Result<SignedDuration, String> {
    const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 3653);
    let span: Span = text.parse().map_err(|_| "write a duration, such as +3h, 90m or -2days")?;
    let duration = span
        .to_duration(SpanRelativeTo::days_are_24_hours())
        .map_err(|_| "a month or a year has no fixed length: write days or hours")?;
    if duration.abs() > LONGEST {
        return Err("at most ten years".to_owned());
    }
    Ok(duration)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_people_write_them() {
        assert_eq!(parse("+3h"), Ok(SignedDuration::from_hours(3)));
        assert_eq!(parse("90m"), Ok(SignedDuration::from_mins(90)));
        assert_eq!(parse("-2days"), Ok(SignedDuration::from_hours(-48)));
        assert_eq!(parse("1 day 2 hours"), Ok(SignedDuration::from_hours(26)));
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in ["", "soon", "3", "1 month", "-20000 days"] {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
