//! What stands on `/chat` from the start, from sign-up to goodbye: rendered by the server. What the
//! page says by itself is in [`super::visit`].

use super::visitor_catalogue;

visitor_catalogue! {
    /// The texts of the visitor's screens.
    Visitor {
        // Sign-up
        sign_up: "Start een gesprek", "Start a conversation",
            "بدء محادثة";
        nickname: "Bijnaam", "Nickname",
            "اسم مستعار";
        nickname_hint: "Verzin een naam. Gebruik niet je echte naam.",
            "Make up a name. Do not use your real name.",
            "أي اسم من خيالك. من الأفضل ألا يكون اسمك الحقيقي.";
        region: "Regio", "Region",
            "المنطقة";
        region_hint: "Typ je gemeente of je regio. De naam van je gemeente sturen we niet op.",
            "Type your municipality or your region. We do not send the name of your municipality.",
            "يمكنك كتابة اسم بلديتك أو منطقتك بأحرف لاتينية. لا نرسل اسم بلديتك.";
        questions: "Extra vragen (mag je overslaan)", "Extra questions (you may skip these)",
            "أسئلة إضافية (يمكنك تخطيها)";
        unsafe_leave: "Is chatten nu niet veilig? Klik bovenaan op ‘Verlaat deze site’.",
            "Is it not safe to chat now? Press ‘Leave this site’ at the top.",
            "هل الدردشة الآن غير آمنة؟ الخروج من أعلى الصفحة: ‘مغادرة هذا الموقع’.";
        unsafe_danger: "Is er gevaar? Bel", "Are you in danger? Call",
            "هل هناك خطر؟ الاتصال على";
        unsafe_talk: "Wil je praten? Bel", "Do you want to talk? Call",
            "هل عندك رغبة في الكلام؟ الاتصال على";
        unsafe_later: "Je kunt ook later chatten.", "You can also chat later.",
            "يمكنك أيضاً الدردشة في وقت آخر.";
        question_skipped: "Sla over", "Skip",
            "تخطي السؤال";
        start: "Start de chat", "Start the chat",
            "بدء الدردشة";

        // Refusals: what happened, what to do, the phone number.
        closed: "De chat is gesloten. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat is closed. Call 0800-2000. It is free, day and night.",
            "الدردشة مغلقة. يمكنك الاتصال على 0800-2000. المكالمة مجانية ليلاً ونهاراً.";
        too_long: "Dit is te lang om te versturen. Maak het korter. Lukt het niet? Bel 0800-2000.",
            "This is too long to send. Make it shorter. Does it not work? Call 0800-2000.",
            "هذا النص أطول من أن يُرسل. يمكنك جعله أقصر. لم ينجح ذلك؟ الاتصال على 0800-2000.";

        // Waiting
        keep_on: "Laat dit scherm aan", "Keep this screen on",
            "يجب أن تبقى هذه الشاشة مفتوحة";
        keep_on_why: "Dan zie je het meteen als je aan de beurt bent.",
            "Then you see at once when it is your turn.",
            "عندئذ ترى فوراً أن دورك قد جاء.";
        write_ahead: "Je mag alvast schrijven. We sturen het op als er een medewerker bij je is.",
            "You may already write. We send it when a worker is with you.",
            "يمكنك الكتابة من الآن. نرسل ما كتبته عندما يكون معك موظف.";
        stop: "Stop met wachten", "Stop waiting",
            "التوقف عن الانتظار";
        stop_question: "Wil je stoppen met wachten? Dan ben je je plek kwijt.",
            "Do you want to stop waiting? You will lose your place.",
            "هل تتوقف عن الانتظار؟ عندئذ يضيع مكانك.";
        stop_yes: "Ja, ik stop", "Yes, I stop",
            "نعم، أتوقف";
        stop_no: "Nee, ik blijf", "No, I stay",
            "لا، أبقى";

        // Conversation
        close: "Sluiten", "Close",
            "إغلاق";
        end_question: "Wil je het gesprek beëindigen? We wissen dan alles. Je kunt niet meer terug.",
            "Do you want to end the conversation? We then erase everything. You cannot go back.",
            "هل تنتهي المحادثة الآن؟ عندئذ نمحو كل شيء. ولا يمكنك الرجوع.";
        back: "Terug naar het gesprek", "Back to the conversation",
            "الرجوع إلى المحادثة";

        // Another tab
        elsewhere: "Dit gesprek is open in een ander tabblad",
            "This conversation is open in another tab",
            "هذه المحادثة مفتوحة في تبويب آخر";
        elsewhere_why: "Ga naar het andere tabblad. Of ga hier verder.",
            "Go to the other tab. Or go on here.",
            "يمكنك الذهاب إلى التبويب الآخر. أو المتابعة هنا.";
        take_back: "Ga hier verder", "Go on here",
            "المتابعة هنا";

        // Goodbye
        wiped: "We hebben alles gewist: hier en bij ons.",
            "We have erased everything: here and on our side.",
            "محونا كل شيء: هنا وعندنا.";
        history: "Je browser onthoudt nog dat je hier was. Dat kunnen wij niet wissen.",
            "Your browser still remembers that you were here. We cannot erase that.",
            "ما زال متصفحك يتذكر أنك كنت هنا. لا يمكننا محو ذلك.";
        talk_on: "Wil je verder praten? Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "Do you want to talk more? Call 0800-2000. It is free, day and night.",
            "هل عندك رغبة في مواصلة الكلام؟ يمكنك الاتصال على 0800-2000. المكالمة مجانية ليلاً ونهاراً.";
        again: "Begin opnieuw", "Start again",
            "البدء من جديد";

        // What the visitor thinks of the chat
        evaluation: "Wat vond je van de chat?", "What did you think of the chat?",
            "ما رأيك في الدردشة؟";
        evaluation_hint: "Dit mag je overslaan. We tellen alleen de antwoorden. Niemand ziet dat ze van jou zijn.",
            "You may skip this. We only count the answers. Nobody sees that they are yours.",
            "يمكنك تخطي هذا. نعدّ الأجوبة فقط. لا يرى أحد أنها منك.";
        evaluation_heard: "Voelde je je serieus genomen?", "Did you feel taken seriously?",
            "هل أخذنا كلامك بجدية؟";
        evaluation_next_step: "Weet je wat je nu kunt doen?", "Do you know what you can do now?",
            "هل صار واضحاً لك ما يمكنك فعله الآن؟";
        evaluation_again: "Zou je de chat nog eens gebruiken?", "Would you use the chat again?",
            "هل يمكن أن تستعمل الدردشة مرة أخرى؟";
        evaluation_yes: "Ja", "Yes",
            "نعم";
        evaluation_somewhat: "Een beetje", "A little",
            "قليلاً";
        evaluation_no: "Nee", "No",
            "لا";
        evaluation_send: "Verstuur je antwoorden", "Send your answers",
            "إرسال أجوبتك";
    }
    with values {
        covered: "Je gesprek loopt nog. Wie dit apparaat gebruikt, kan nog {} terug. Klaar? Beëindig het gesprek.",
            "Your conversation is still going on. Whoever uses this device can go back for another {}. Done? End the conversation.",
            "محادثتك ما زالت مستمرة. من يستعمل هذا الجهاز يمكنه الرجوع إليها خلال {}. هل انتهى كلامك؟ يمكنك إنهاء المحادثة.";
    }
    with counts {
        minutes: ["{} minuut", "{} minuten"], ["{} minute", "{} minutes"],
            ["{} دقيقة", "دقيقة واحدة", "دقيقتين", "{} دقائق", "{} دقيقة", "{} دقيقة"];
        exit_progress: ["Nog {} keer Shift en je verlaat deze site.", "Nog {} keer Shift en je verlaat deze site."],
            ["Press Shift {} more time and you leave this site.", "Press Shift {} more times and you leave this site."],
            [
                "الخروج من هذا الموقع الآن.",
                "مرة واحدة أخرى على Shift ثم تغادر هذا الموقع.",
                "مرتان على Shift ثم تغادر هذا الموقع.",
                "{} مرات على Shift ثم تغادر هذا الموقع.",
                "{} مرة على Shift ثم تغادر هذا الموقع.",
                "{} مرة على Shift ثم تغادر هذا الموقع."
            ];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn the_cover_says_what_the_design_says() {
        let text = Visitor::of(Language::Dutch);
        assert_eq!(
            text.covered.with(&[&text.minutes.of(30)]),
            "Je gesprek loopt nog. Wie dit apparaat gebruikt, kan nog 30 minuten terug. Klaar? \
             Beëindig het gesprek."
        );
    }

    #[test]
    fn every_refusal_shows_the_phone_number() {
        let refusals = ["closed", "too_long"];
        let all = Visitor::all();
        for refusal in refusals {
            let (_, words) = all.iter().find(|(name, _)| *name == refusal).expect("it exists");
            assert!(words.iter().all(|words| words.contains("0800-2000")), "{words:?}");
        }
    }
}
