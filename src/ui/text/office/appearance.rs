//! Name, colour and logo of an organisation.

use super::catalogue;

catalogue! {
    /// The texts of `/beheer/huisstijl`.
    Look {
        intro_own: "Zo herkennen bezoekers jouw organisatie. Ze zien dit als ze vanaf jouw website komen.",
            "This is how visitors recognise your organisation. They see it when they come from your website.";
        intro_whole: "Zo ziet de chat eruit voor alle organisaties die zelf niets kiezen.",
            "This is what the chat looks like for all organisations that choose nothing themselves.";

        words: "Naam en kleur", "Name and colour";
        name: "Naam", "Name";
        name_hint: "Staat bovenaan elke pagina. Leeg: de gewone naam.",
            "Stands at the top of every page. Empty: the usual name.";
        name_wrong: "Vul een naam in van ten hoogste 40 tekens.",
            "Fill in a name of 40 characters at most.";
        light: "Kleur", "Colour";
        light_hint: "Voor knoppen en links. Zoals #1c5a60. Leeg: de gewone kleur.",
            "For buttons and links. Such as #1c5a60. Empty: the usual colour.";
        dark: "Kleur in het donker", "Colour in the dark";
        dark_hint: "Voor wie het apparaat op donker heeft. Leeg: we maken de kleur zelf lichter.",
            "For whoever has a dark screen. Empty: we make the colour lighter ourselves.";
        not_a_colour: "Vul een kleur in als # met zes cijfers of letters, zoals #1c5a60.",
            "Fill in a colour as # with six digits or letters, such as #1c5a60.";
        only_dark: "Vul ook een gewone kleur in.", "Fill in a usual colour too.";

        logo: "Logo", "Logo";
        logo_now: "Dit logo staat nu bovenaan elke pagina, in plaats van de naam.",
            "This logo now stands at the top of every page, in place of the name.";
        logo_none: "Er is geen eigen logo. Bezoekers zien de naam.",
            "There is no own logo. Visitors see the name.";
        logo_file: "Nieuw logo", "New logo";
        logo_hint: "Een PNG van ten hoogste 48 KB. Van 24 tot 1.200 pixels, ten hoogste 8 keer zo breed als hoog. We bewaren alleen het plaatje.",
            "A PNG of 48 KB at most. From 24 to 1,200 pixels, 8 times as wide as high at most. We keep only the picture.";
        logo_put: "Logo plaatsen", "Put up the logo";
        logo_remove: "Logo weghalen", "Take the logo away";
        logo_missing: "Kies een bestand.", "Choose a file.";
        logo_not_png: "Dit is geen PNG, of het bestand is kapot. Sla het logo op als PNG en kies het opnieuw.",
            "This is no PNG, or the file is broken. Save the logo as a PNG and choose it again.";
        logo_large: "Dit bestand is te groot. Maak het kleiner dan 48 KB en kies het opnieuw.",
            "This file is too large. Make it smaller than 48 KB and choose it again.";
        logo_size: "Dit logo heeft niet de goede maat. Het moet 24 tot 1.200 pixels zijn en ten hoogste 8 keer zo breed als hoog.",
            "This logo does not have the right size. It must be 24 to 1,200 pixels and 8 times as wide as high at most.";

        preview: "Voorbeeld", "Preview";
        preview_light: "Zo ziet het eruit op een lichte achtergrond.", "This is what it looks like on a light background.";
        preview_dark: "Zo ziet het eruit op een donkere achtergrond.", "This is what it looks like on a dark background.";
        sample_button: "Start de chat", "Start the chat";
        sample_mine: "Mag ik iets vragen?", "May I ask something?";
        publish: "Publiceren", "Publish";
        show: "Bekijk voorbeeld", "See a preview";
        stored_name: "Naam", "Name";
        stored_light: "Kleur", "Colour";
        stored_dark: "Kleur in het donker", "Colour in the dark";
        nothing: "de gewone", "the usual one";
    }
    with values {
        faint_light: "Deze kleur is slecht te lezen op een lichte achtergrond. Het contrast is {} en moet ten minste {} zijn. Deze lijkt erop en lukt wel: {}",
            "This colour is hard to read on a light background. The contrast is {} and must be {} at least. This one is like it and will do: {}";
        faint_dark: "Deze kleur is slecht te lezen op een donkere achtergrond. Het contrast is {} en moet ten minste {} zijn. Deze lijkt erop en lukt wel: {}",
            "This colour is hard to read on a dark background. The contrast is {} and must be {} at least. This one is like it and will do: {}";
        contrast: "Het kleinste contrast is {}.", "The least contrast is {}.";
    }
}
