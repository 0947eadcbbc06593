//! A week of visitors, made up from a seed, goes through the real service: sign-up, queue, workers'
//! pages, sealed conversations, crashes and restarts. What the office then shows is held against
//! counts that were made beside it, by a count of its own.

mod week;

use std::collections::BTreeMap;

use jiff::civil::date;
use tokio::runtime::Builder;

use self::week::Week;
use crate::edge::site::Site;

/// The seeds of the weeks.
const SEEDS: [u64; 1] = [7];

const PERIOD: &str = "periode=2027-01";

/// Region, table and line of a number.
pub type Name = (String, String, String);

/// A file of figures: what stands there, by organisation, table and line.
async fn file(site: &Site, who: &str, asked: &str) -> BTreeMap<Name, String> {
    let cookies = site.sign_in(who).await;
    let answer = site.get(&format!("/beheer/cijfers.csv?{PERIOD}{asked}"), &cookies).await;
    assert!(answer.status.is_success(), "{}", answer.status);
    let text = answer.text();
    let lines = text.trim_start_matches('\u{feff}').lines().skip(1);
    let cells = lines.map(|line| line.split(';').map(str::to_owned).collect::<Vec<_>>());
    cells
        .map(|cells| {
            let [who, _, table, line, number] = <[String; 5]>::try_from(cells).unwrap();
            ((who, table, line), number)
        })
        .collect()
}

/// Everything that is shown is right; tells how many numbers above nothing that are.
fn check(shown: &BTreeMap<Name, String>, counted: &BTreeMap<Name, u64>) -> usize {
    let mut seen = 0;
    for (name, number) in shown {
        if name.1.contains("uur van de week") {
            continue;
        }
        let expected = counted.get(name).copied().unwrap_or(0);
        match number.as_str() {
            "< 5" => assert!((1..5).contains(&expected), "{name:?}: {expected}"),
            "niet getoond" => {}
            number => {
                assert_eq!(number.parse(), Ok(expected), "{name:?}");
                seen += usize::from(expected > 0);
            }
        }
    }
    seen
}

#[test]
fn the_figures_of_a_week_are_those_that_were_counted_beside_it() {
    for seed in SEEDS {
        let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
        runtime.unwrap().block_on(async {
            let week = Week::play(seed).await;
            let rooms = week.house.rooms();
            rooms.switchboard.count_now().await.unwrap();

            // Every single count, shown or not.
            let (from, to) = (date(2027, 1, 1), date(2027, 1, 31));
            let stored = rooms.records.counts_everywhere(from, to).await.unwrap();
            let stored: BTreeMap<(u16, String, String), u64> = stored
                .into_iter()
                .map(|(region, count)| {
                    let region = region.map_or(0, |region| region.0);
                    ((region, count.day.to_string(), count.what.as_str().to_owned()), count.number)
                })
                .collect();
            assert_eq!(stored, week.counts, "seed {seed}");

            // What the office lets people see of that.
            let site = Site::with(rooms);
            let counted = week.by_line();
            let own = file(&site, "karin", "").await;
            assert!(own.keys().all(|(who, ..)| who != "Veilig Thuis Twente"));
            let seen = check(&own, &counted);
            assert!(seen > 2, "seed {seed}: only {seen} numbers are seen");
            let all = file(&site, "beheer", "").await;
            let seen = check(&all, &counted);
            assert!(seen > 0, "seed {seed}: nothing of all is seen");
            println!("seed {seed}: {} counts, {seen} seen of all", stored.len());
        });
    }
}
