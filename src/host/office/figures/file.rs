//! The tables as a file for a spreadsheet: what the page shows, line by line, with its words.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Office, asked, question};
use crate::ui::{
    office::{
        Notice, Section,
        figures::{Sheet, cell},
    },
    text::{Language, office::figures::Figures as Text},
};

/// `/beheer/cijfers.csv`: every table, or the one that is asked for.
pub(super) async fn file(office: Office) -> Response {
    let text = Text::of(office.language);
    let asked = asked(&office);
    if asked.trouble.is_some() {
        return refused(office, text.no_period).await;
    }
    let question = match question(&office, &asked).await {
        Ok(question) => question,
        Err(error) => {
            let notice = office.failed(&error);
            let status = StatusCode::SERVICE_UNAVAILABLE;
            return office.page(status, Section::Figures, Some(notice), || ()).await;
        }
    };
    let table = office.asked("tabel");
    let mut sheets = question.sheets();
    if !table.is_empty() {
        sheets.retain(|sheet| sheet.code == table);
        if sheets.is_empty() {
            return refused(office, text.no_table).await;
        }
    }
    match written(&sheets, office.language) {
        Ok(bytes) => {
            let name = format!("attachment; filename=\"cijfers-{}.csv\"", asked.period);
            let kind = "text/csv; charset=utf-8".to_owned();
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes)
                .into_response()
        }
        Err(error) => {
            let notice = office.failed(&error);
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            office.page(status, Section::Figures, Some(notice), || ()).await
        }
    }
}

async fn refused(office: Office, words: &str) -> Response {
    let notice = Notice::Trouble(words.to_owned());
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    office.page(status, Section::Figures, Some(notice), || ()).await
}

/// A line for each number: whose, when, in which table, what, how often. With a mark of the
/// encoding and with semicolons, as spreadsheets in Dutch expect.
fn written(sheets: &[Sheet], language: Language) -> Result<Vec<u8>, csv::Error> {
    let text = Text::of(language);
    let mut out =
        csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    out.write_record([text.organisation, text.period, text.table, text.line, text.number])?;
    for sheet in sheets {
        let totals = sheet.totals.iter().map(|totals| (text.total, totals));
        let lines = sheet.lines.iter().map(|(name, cells)| (name.as_str(), cells)).chain(totals);
        for (name, cells) in lines {
            for ((who, when), number) in sheet.columns.iter().zip(cells) {
                let number = cell(*number, language);
                out.write_record([who, when, &sheet.title, name, number.as_str()])?;
            }
        }
    }
    out.into_inner().map_err(|error| error.into_error().into())
}
