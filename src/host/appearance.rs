//! The style and the logo of an organisation. Their addresses say what they are: an address never
//! means anything else later, so browsers may keep them, and a change is seen on the next page.

use axum::{
    extract::{Path, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::context::Edge;
use crate::{
    domain::{
        appearance::{Colour, Colours, Logo, Scheme, Shades},
        ids::RegionId,
    },
    service::records::Published,
    ui::parts::look::{PageLook, Picture},
};

/// The route that [`serve`] answers.
pub const ROUTE: &str = "/huisstijl/{file}";

/// The pages that may name an organisation, as `regio=utrecht`.
const NAMING: [&str; 4] = ["/", "/chat", "/privacy", "/toegankelijkheid"];

/// How the page at this address looks: like the organisation that it names, else like the
/// installation.
pub fn of_page(published: &Published, address: &Uri) -> PageLook {
    let mut named = address.query().unwrap_or_default().split('&');
    let region = named
        .find_map(|pair| pair.strip_prefix("regio="))
        .filter(|_| NAMING.contains(&address.path()))
        .and_then(|slug| published.regions.by_slug(slug));
    let id = region.map(|region| region.id);
    let shown = published.appearances.shown(id);
    // The logo is the installation's where the region has none.
    let of = id.filter(|id| published.appearances.own(Some(*id)).logo.is_some());
    PageLook {
        name: shown.name.map(|name| name.as_str().to_owned()),
        style: shown.colours.map(style_address),
        logo: shown.logo.map(|logo| picture(of, &logo)),
        region: region.map(|region| region.slug.clone()),
    }
}

/// A logo on a page: a region's, or the installation's.
pub fn picture(region: Option<RegionId>, logo: &Logo) -> Picture {
    let (number, fingerprint) = (region.unwrap_or_default().0, logo.fingerprint());
    Picture {
        address: format!("/huisstijl/{number}-{fingerprint:08x}.png"),
        width: logo.width(),
        height: logo.height(),
    }
}

fn style_address(colours: Colours) -> String {
    let hex = |scheme| colours.of(scheme).to_string().split_off(1);
    format!("/huisstijl/{}-{}.css", hex(Scheme::Light), hex(Scheme::Dark))
}

/// The file at such an address.
pub async fn serve(State(edge): State<Edge>, Path(file): Path<String>) -> Response {
    let found = match file.rsplit_once('.') {
        Some((name, "css")) => {
            style(name).map(|style| ("text/css; charset=utf-8", style.into_bytes()))
        }
        Some((name, "png")) => logo(&edge.rooms().records.published(), name)
            .map(|logo| ("image/png", logo.png().to_vec())),
        _ => None,
    };
    let Some((kind, body)) = found else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    (headers, body).into_response()
}

/// The tokens that a colour changes, after those of the program: outside of its layers, so that
/// they count.
fn style(name: &str) -> Option<String> {
    let (light, dark) = name.split_once('-')?;
    let colours = Colours::new(Colour::parse(light).ok()?, Some(Colour::parse(dark).ok()?)).ok()?;
    // Each style has one address.
    if style_address(colours) != format!("/huisstijl/{name}.css") {
        return None;
    }
    let tokens = |scheme: Scheme| {
        let Shades { main, strong, on_main, mine } = scheme.shades(colours.of(scheme));
        format!(":root{{--main:{main};--main-strong:{strong};--on-main:{on_main};--mine:{mine}}}")
    };
    let (light, dark) = (tokens(Scheme::Light), tokens(Scheme::Dark));
    Some(format!("{light}@media (prefers-color-scheme:dark){{{dark}}}"))
}

fn logo(published: &Published, name: &str) -> Option<Logo> {
    let (region, fingerprint) = name.split_once('-')?;
    let region = Some(RegionId(region.parse().ok()?)).filter(|region| region.0 != 0);
    let logo = published.appearances.own(region).logo?;
    (format!("{:08x}", logo.fingerprint()) == fingerprint).then_some(logo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_has_nothing_but_colours_that_can_be_read() {
        let style_of = style("7a1f5c-d8a8c8").unwrap();
        assert!(style_of.starts_with(":root{--main:#7a1f5c;--main-strong:#"), "{style_of}");
        assert!(
            style_of.contains("(prefers-color-scheme:dark){:root{--main:#d8a8c8;"),
            "{style_of}"
        );
        for name in ["", "7a1f5c", "ffd400-ffd400", "7A1F5C-d8a8c8", "#7a1f5c-d8a8c8", "a-b", "é-é"]
        {
            assert_eq!(style(name), None, "{name}");
        }
    }
}
