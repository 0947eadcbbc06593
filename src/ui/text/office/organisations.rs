//! The organisations and the table of municipalities.

use super::catalogue;
use crate::domain::region::{Fault, Kind, PlaceChange, RegionChange, Wrong};

catalogue! {
    /// The texts of `/beheer/organisaties`.
    Organisations {
        intro: "Dit zijn de organisaties waar bezoekers terechtkomen, met hun gemeenten.",
            "These are the organisations that visitors are led to, with their municipalities.";
        list: "Organisaties", "Organisations";
        organisation: "Organisatie", "Organisation";
        municipalities: "Gemeenten", "Municipalities";
        other_names: "Andere namen", "Other names";
        accounts: "Accounts", "Accounts";
        for_visitors: "Voor bezoekers", "For visitors";
        open: "Te kiezen", "Can be chosen";
        closed: "Niet te kiezen", "Cannot be chosen";

        // The form
        import: "Nieuwe tabel", "New table";
        import_intro: "De nieuwe tabel komt in de plaats van de hele oude. Je ziet eerst wat er verandert.",
            "The new table takes the place of the whole old one. You first see what changes.";
        file: "CSV-bestand", "CSV file";
        file_hint: "De eerste regel noemt de kolommen: municipality, kind, region. Soort is current, former of alias. Letters in UTF-8, ten hoogste 60 kB.",
            "The first line names the columns: municipality, kind, region. The kind is current, former or alias. Letters in UTF-8, 60 kB at most.";
        table: "Of plak de tabel hier", "Or paste the table here";
        table_hint: "Dit veld telt alleen als je geen bestand kiest.", "This field only counts when you choose no file.";
        table_read: "Dit staat in het bestand. Je kunt het hier verbeteren.", "This is what the file says. You can correct it here.";
        edition: "Indeling", "Division";
        edition_hint: "Alleen nodig bij een bestand met de kolommen organisation_26 en organisation_25.",
            "Only needed for a file with the columns organisation_26 and organisation_25.";
        edition_26: "26 organisaties", "26 organisations";
        edition_25: "25 organisaties", "25 organisations";
        compare: "Bekijk wat er verandert", "See what changes";

        // What is wrong
        nothing_given: "Kies een bestand, of plak de tabel.", "Choose a file, or paste the table.";
        not_read: "Het bestand is niet goed aangekomen. Er is niets veranderd. Kies het opnieuw.",
            "The file did not arrive well. Nothing has changed. Choose it again.";
        faults: "Wat er niet klopt", "What is wrong";

        // The preview
        preview: "Dit gaat er veranderen", "This will change";
        nothing_changes: "Er verandert niets: de tabel zegt wat er al staat.",
            "Nothing changes: the table says what is there already.";
        of_regions: "Organisaties", "Organisations";
        moved: "Gemeenten die verhuizen", "Municipalities that move";
        removed: "Gemeenten die weggaan", "Municipalities that go";
        added: "Gemeenten die erbij komen", "Municipalities that come";
        kinds: "Gemeenten van een andere soort", "Municipalities of another kind";
        apply: "Doorvoeren", "Apply";
        cancel: "Terug, niets veranderen", "Back, change nothing";
        conflict: "Niet doorgevoerd. Iemand anders heeft de organisaties intussen veranderd. Hieronder staat het verschil met wat er nu is.",
            "Not applied. Somebody else changed the organisations meanwhile. Below is the difference from what there is now.";

        // Kinds
        current: "gemeente van nu", "municipality of today";
        former: "vroegere gemeente", "former municipality";
        alias: "andere naam", "other name";

        // Wrong lines
        no_name: "er staat geen gemeente.", "there is no municipality.";
        name: "dit is geen naam van een gemeente van ten hoogste 100 letters.",
            "this is not the name of a municipality of at most 100 letters.";
        kind: "de soort moet current, former of alias zijn.", "the kind must be current, former or alias.";
        no_region: "er staat geen organisatie.", "there is no organisation.";
        region: "dit is geen naam van een organisatie van ten hoogste 100 letters.",
            "this is not the name of an organisation of at most 100 letters.";
        encoding: "er staan letters in die geen UTF-8 zijn. Bewaar het bestand als CSV UTF-8.",
            "there are letters that are not UTF-8. Save the file as CSV UTF-8.";
        empty: "er staan geen gemeenten in de tabel.", "there are no municipalities in the table.";
        too_many: "de tabel is te lang: ten hoogste 5000 regels en 500 organisaties.",
            "the table is too long: at most 5000 lines and 500 organisations.";
    }
    with values {
        line: "Regel {}: {}", "Line {}: {}";
        wrong_lines: "{} regels kloppen niet. Er is niets veranderd.", "{} lines are wrong. Nothing has changed.";
        wrong_line: "{} regel klopt niet. Er is niets veranderd.", "{} line is wrong. Nothing has changed.";
        more: "En nog {} andere regels.", "And {} other lines.";
        header: "de eerste regel moet de kolommen noemen, en de kolom {} ontbreekt.",
            "the first line must name the columns, and the column {} is missing.";
        columns: "er zijn {} kolommen nodig en er staan er {}.", "{} columns are needed and there are {}.";
        spelling: "de organisatie is anders geschreven dan op regel {}.",
            "the organisation is written in another way than on line {}.";
        twice: "dit staat ook al op regel {}.", "line {} says the same already.";
        two_regions: "deze gemeente heeft een andere organisatie op regel {}.",
            "this municipality has another organisation on line {}.";

        region_added: "{} komt erbij, met de gewone openingstijden.", "{} is added, with the usual opening hours.";
        region_renamed: "{} heet voortaan {}.", "{} is called {} from now on.";
        region_closed: "{} staat niet in de tabel: bezoekers kunnen deze niet meer kiezen. Accounts, openingstijden en cijfers blijven bewaard.",
            "{} is not in the table: visitors can no longer choose it. Accounts, opening hours and figures are kept.";
        region_staff: "Aantal accounts: {}.", "Number of accounts: {}.";
        region_reopened: "{} is weer te kiezen.", "{} can be chosen again.";
        place_added: "{} hoort bij {}.", "{} belongs to {}.";
        place_removed: "{} hoort niet meer bij {}.", "{} no longer belongs to {}.";
        place_moved: "{} gaat van {} naar {}.", "{} goes from {} to {}.";
        place_kind: "{} was {} en wordt {}.", "{} was {} and becomes {}.";
    }
}

impl Organisations {
    /// What is wrong with a line, with its number.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        let plain = |words: &str| words.to_owned();
        let first = |first: u64| first.to_string();
        let what = match &fault.wrong {
            Wrong::Header(column) => self.header.with(&[column]),
            Wrong::Columns { expected, found } => {
                self.columns.with(&[&expected.to_string(), &found.to_string()])
            }
            Wrong::Encoding => plain(self.encoding),
            Wrong::NoName => plain(self.no_name),
            Wrong::Name => plain(self.name),
            Wrong::Kind => plain(self.kind),
            Wrong::NoRegion => plain(self.no_region),
            Wrong::Region => plain(self.region),
            Wrong::Spelling { first: line } => self.spelling.with(&[&first(*line)]),
            Wrong::Twice { first: line } => self.twice.with(&[&first(*line)]),
            Wrong::TwoRegions { first: line } => self.two_regions.with(&[&first(*line)]),
            Wrong::Empty => plain(self.empty),
            Wrong::TooMany => plain(self.too_many),
        };
        self.line.with(&[&fault.line.to_string(), &what])
    }

    /// How many lines are wrong.
    #[must_use]
    pub fn wrong(&self, total: usize) -> String {
        let words = if total == 1 { self.wrong_line } else { self.wrong_lines };
        words.with(&[&total.to_string()])
    }

    /// What happens to an organisation.
    #[must_use]
    pub fn of_region(&self, change: &RegionChange) -> String {
        match change {
            RegionChange::Added(name) => self.region_added.with(&[name]),
            RegionChange::Renamed { from, to } => self.region_renamed.with(&[from, to]),
            RegionChange::Closed { name, .. } => self.region_closed.with(&[name]),
            RegionChange::Reopened(name) => self.region_reopened.with(&[name]),
        }
    }

    /// What happens to a municipality.
    #[must_use]
    pub fn of_place(&self, change: &PlaceChange) -> String {
        match change {
            PlaceChange::Added { name, region } => self.place_added.with(&[name, region]),
            PlaceChange::Removed { name, region } => self.place_removed.with(&[name, region]),
            PlaceChange::Moved { name, from, to } => self.place_moved.with(&[name, from, to]),
            PlaceChange::Kind { name, from, to } => {
                self.place_kind.with(&[name, self.of_kind(*from), self.of_kind(*to)])
            }
        }
    }

    fn of_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Current => self.current,
            Kind::Former => self.former,
            Kind::Alias => self.alias,
        }
    }
}
