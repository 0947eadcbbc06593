//! What a person sees when the program in the page stopped: a sentence and the phone number,
//! rather than a page that does nothing.

use leptos::prelude::document;

/// From now on a panic puts `sentence` at the top of the page.
pub fn show_on_panic(sentence: &'static str) {
    std::panic::set_hook(Box::new(move |_| {
        let document = document();
        if let (Some(body), Ok(notice)) = (document.body(), document.create_element("p")) {
            notice.set_text_content(Some(sentence));
            let _ = notice.set_attribute("role", "alert");
            notice.set_class_name("panic");
            let _ = body.prepend_with_node_1(&notice);
        }
    }));
}
