//! What the page of a visitor says by itself, as things go. The page carries it ([`super::words`]);
//! what stands on the page from the start is in [`super::visitor`].

use super::visitor_catalogue;

visitor_catalogue! {
    /// The texts that come and go.
    Visit {
        // The tab. Neutral words: somebody may look at the list of open tabs.
        title: "Chat", "Chat",
            "دردشة";
        title_turn: "(1) Chat", "(1) Chat",
            "(1) دردشة";

        // The form
        nickname_missing: "Vul een bijnaam in.", "Fill in a nickname.",
            "الاسم المستعار ناقص.";
        nickname_long: "Deze bijnaam is te lang. Gebruik niet meer dan 40 tekens.",
            "This nickname is too long. Use no more than 40 characters.",
            "هذا الاسم طويل جداً. الحد الأقصى 40 حرفاً.";
        region_missing: "Vul je gemeente of je regio in.",
            "Fill in your municipality or your region.",
            "اسم بلديتك أو منطقتك ناقص.";
        region_unknown: "Deze naam kennen we niet. Kies een naam uit de lijst. Of bel 0800-2000.",
            "We do not know this name. Choose a name from the list. Or call 0800-2000.",
            "لا نعرف هذا الاسم. يمكنك اختيار اسم من القائمة. أو الاتصال على 0800-2000.";
        starting: "We maken verbinding…", "Connecting…",
            "يجري الاتصال…";
        working: "Het is druk. We controleren even of alles goed gaat. Dat duurt minder dan een minuut. Je hoeft niets te doen.",
            "It is busy. We are checking that all is well. That takes less than a minute. You do not have to do anything.",
            "الضغط كبير. نتحقق لحظة من أن كل شيء على ما يرام. يستغرق ذلك أقل من دقيقة. لا يجب عليك فعل شيء.";

        // Refusals: what happened, what to do, the phone number.
        unattended: "Er is nu geen medewerker beschikbaar. Probeer het later nog eens of bel 0800-2000.",
            "No worker is available now. Try again later or call 0800-2000.",
            "لا يوجد موظف متاح الآن. يمكنك المحاولة لاحقاً أو الاتصال على 0800-2000.";
        queue_full: "Het is nu heel druk. Probeer het over een kwartier nog eens of bel 0800-2000.",
            "It is very busy now. Try again in fifteen minutes or call 0800-2000.",
            "الضغط كبير الآن. يمكنك المحاولة بعد ربع ساعة أو الاتصال على 0800-2000.";
        other_version: "Er is een nieuwe versie van de chat. Laad de pagina opnieuw. Lukt het niet? Bel 0800-2000.",
            "There is a new version of the chat. Reload the page. Does it not work? Call 0800-2000.",
            "توجد نسخة جديدة من الدردشة. يجب تحميل الصفحة مرة أخرى. لم ينجح ذلك؟ الاتصال على 0800-2000.";
        unreachable: "We kunnen de chat niet bereiken. Kijk of je internet hebt. Of bel 0800-2000.",
            "We cannot reach the chat. Check your internet connection. Or call 0800-2000.",
            "لا يمكننا الوصول إلى الدردشة. هل الإنترنت يعمل عندك؟ يمكنك الاتصال على 0800-2000.";
        too_fast: "Het is nu te druk. Wacht even en probeer het dan weer. Of bel 0800-2000.",
            "It is too busy now. Wait a moment and try again. Or call 0800-2000.",
            "الضغط كبير الآن. يمكنك الانتظار قليلاً ثم المحاولة. أو الاتصال على 0800-2000.";
        failed: "Er ging bij ons iets mis. Probeer het nog eens of bel 0800-2000.",
            "Something went wrong on our side. Try again or call 0800-2000.",
            "حدث خطأ عندنا. يمكنك المحاولة مرة أخرى أو الاتصال على 0800-2000.";
        stuck: "Er is bij ons iets mis. Je bericht staat klaar en gaat straks vanzelf weg. Je kunt ook bellen: 0800-2000.",
            "Something is wrong on our side. Your message is kept and will be sent by itself. You can also call 0800-2000.",
            "يوجد خلل عندنا. رسالتك محفوظة وستُرسل تلقائياً. ويمكنك أيضاً الاتصال: 0800-2000.";
        panic: "De chat doet het even niet. Laad de pagina opnieuw. Of bel 0800-2000.",
            "The chat has stopped working. Reload the page. Or call 0800-2000.",
            "توقفت الدردشة عن العمل. يجب تحميل الصفحة مرة أخرى. أو الاتصال على 0800-2000.";

        // Waiting
        waiting: "Even wachten", "Please wait",
            "لحظة من فضلك";
        turn: "Je bent aan de beurt", "It is your turn",
            "جاء دورك";
        turn_next: "Een medewerker komt nu bij je.", "A worker is coming to you now.",
            "يأتي إليك موظف الآن.";
        returned: "We zoeken opnieuw een medewerker voor je. Je staat vooraan.",
            "We are looking for a worker for you again. You are first in line.",
            "نبحث لك من جديد عن موظف. أنت في أول القائمة.";
        closing: "Het is sluitingstijd. Je mag blijven wachten. Of bel 0800-2000.",
            "It is closing time. You may keep waiting. Or call 0800-2000.",
            "حان وقت الإغلاق. يمكنك الاستمرار في الانتظار. أو الاتصال على 0800-2000.";
        closed: "De chat is nu gesloten. Er komt geen medewerker meer. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat is closed now. No worker will come any more. Call 0800-2000. It is free, day and night.",
            "الدردشة مغلقة الآن. لن يأتي موظف بعد الآن. يمكنك الاتصال على 0800-2000. المكالمة مجانية ليلاً ونهاراً.";
        nobody: "Er is nu geen medewerker. Je mag blijven wachten. Of bel 0800-2000.",
            "There is no worker now. You may keep waiting. Or call 0800-2000.",
            "لا يوجد موظف الآن. يمكنك الاستمرار في الانتظار. أو الاتصال على 0800-2000.";

        elsewhere_may_help: "Een medewerker van een andere regio kan je nu helpen. Wil je dat?",
            "A worker of another region can help you now. Do you want that?",
            "يمكن لموظف من منطقة أخرى أن يساعدك الآن. هل توافق على ذلك؟";
        gladly: "Ja, graag", "Yes, please",
            "نعم، من فضلك";
        rather_wait: "Nee, ik wacht", "No, I will wait",
            "لا، أنتظر";
        rather_not: "Nee, liever niet", "No, rather not",
            "لا، أفضل عدم ذلك";
        elsewhere_agreed: "Goed. De eerste medewerker die vrij is, komt bij je. Dat mag ook iemand van een andere regio zijn.",
            "All right. The first worker who is free comes to you. It may be somebody of another region.",
            "حسناً. أول موظف متاح يأتي إليك. قد يكون من منطقة أخرى.";
        no_longer_asked: "Dat kan nu niet meer. Er is niets kwijt. Alles gaat gewoon door.",
            "That is no longer possible now. Nothing is lost. Everything just goes on.",
            "لم يعد ذلك ممكناً الآن. لم يضع شيء. كل شيء مستمر.";

        // Conversation
        worker_away: "Je medewerker is even weg. Wacht een minuut.",
            "Your worker is away for a moment. Wait a minute.",
            "الموظف غائب للحظة. دقيقة من فضلك.";

        // Goodbye
        ended: "Het gesprek is beëindigd", "The conversation has ended",
            "انتهت المحادثة";
        ended_by_you: "Je hebt het gesprek beëindigd.", "You ended the conversation.",
            "انتهت المحادثة بطلب منك.";
        ended_by_worker: "De medewerker heeft het gesprek beëindigd.",
            "The worker ended the conversation.",
            "أنهى الموظف المحادثة.";
        expired: "Je was te lang weg. Daarom is het gesprek gestopt.",
            "You were away too long. That is why the conversation stopped.",
            "طال غيابك. لذلك توقفت المحادثة.";
        gone: "Dit gesprek bestaat niet meer.", "This conversation no longer exists.",
            "لم تعد هذه المحادثة موجودة.";
        stopped: "Je wacht niet meer", "You are no longer waiting",
            "لم تعد في الانتظار";
        stopped_why: "Je hebt je plek in de wachtrij opgegeven.",
            "You gave up your place in the queue.",
            "تركتَ مكانك في قائمة الانتظار.";
        thanks: "Bedankt voor je antwoorden.", "Thank you for your answers.",
            "شكراً على أجوبتك.";
    }
    with values {
        place: "Je bent nummer {} in de wachtrij.", "You are number {} in the queue.",
            "رقمك في قائمة الانتظار هو {}.";
        region_chosen: "Je regio is {}.", "Your region is {}.", "منطقتك هي {}.";
        region_several: "Deze naam hoort bij meer regio's: {}. Typ de naam van je regio.",
            "This name belongs to several regions: {}. Type the name of your region.",
            "هذا الاسم تابع لأكثر من منطقة: {}. يمكنك كتابة اسم منطقتك.";
        region_closed: "De chat van {} is gesloten. Bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "The chat of {} is closed. Call 0800-2000. It is free, day and night.",
            "دردشة {} مغلقة. يمكنك الاتصال على 0800-2000. المكالمة مجانية ليلاً ونهاراً.";
        may_read_back: "Mag {}, Veilig Thuis {}, teruglezen wat er al is gezegd?",
            "May {}, Veilig Thuis {}, read what has already been said?",
            "هل يمكن أن يقرأ {}، Veilig Thuis {}، ما قيل من قبل؟";
        transfer_to_colleague: "{}, Veilig Thuis {}, kan je verder helpen in plaats van je medewerker. Wil je dat?",
            "{}, Veilig Thuis {}, can help you further in place of your worker. Do you want that?",
            "{}، Veilig Thuis {}، يمكنه أن يساعدك بدلاً من الموظف الحالي. هل توافق على ذلك؟";
        transfer_to_region: "Een medewerker van Veilig Thuis {} kan je verder helpen in plaats van je medewerker. Wil je dat?",
            "A worker of Veilig Thuis {} can help you further in place of your worker. Do you want that?",
            "يمكن لموظف من Veilig Thuis {} أن يساعدك بدلاً من الموظف الحالي. هل توافق على ذلك؟";
        read_along: "Je medewerker vraagt of {}, Veilig Thuis {}, mag meelezen. Wil je dat?",
            "Your worker asks whether {}, Veilig Thuis {}, may read along. Do you want that?",
            "يسأل الموظف هل يمكن أن يقرأ معكما {}، Veilig Thuis {}. هل توافق على ذلك؟";
        wait_up_to: "Anderen wachtten net meestal minder dan {}.",
            "Others mostly waited less than {} just now.",
            "انتظر الآخرون قبل قليل في الغالب أقل من {}.";
        wait_between: "Anderen wachtten net ongeveer {} tot {}.",
            "Others waited about {} to {} just now.",
            "انتظر الآخرون قبل قليل من {} إلى {} تقريباً.";
        wait_more_than: "Anderen wachtten net meestal meer dan {}.",
            "Others mostly waited more than {} just now.",
            "انتظر الآخرون قبل قليل في الغالب أكثر من {}.";
        with_whom: "Je chat met {}", "You are chatting with {}", "محادثتك مع {}";
        participant: "{}, Veilig Thuis {}", "{}, Veilig Thuis {}", "{}، Veilig Thuis {}";
        participants: "{} en {}", "{} and {}", "{} و{}";
    }
    with counts {
        minutes: ["{} minuut", "{} minuten"], ["{} minute", "{} minutes"],
            ["{} دقيقة", "دقيقة واحدة", "دقيقتين", "{} دقائق", "{} دقيقة", "{} دقيقة"];
    }
}

impl Visit {
    /// With whom the visitor chats, everybody named: "Je chat met Anna, Veilig Thuis Utrecht". Each
    /// participant is a shown name and the name of a region.
    #[must_use]
    pub fn heading<'a>(&self, participants: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let everybody = participants
            .map(|(name, region)| self.participant.with(&[name, region]))
            .reduce(|all, next| self.participants.with(&[&all, &next]));
        match everybody {
            Some(everybody) => self.with_whom.with(&[&everybody]),
            None => self.waiting.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::text::Language;

    #[test]
    fn the_heading_names_everybody() {
        let text = Visit::of(Language::Dutch);
        let anna = ("Anna", "Utrecht");
        let bram = ("Bram", "Twente");
        assert_eq!(text.heading([anna].into_iter()), "Je chat met Anna, Veilig Thuis Utrecht");
        assert_eq!(
            text.heading([anna, bram].into_iter()),
            "Je chat met Anna, Veilig Thuis Utrecht en Bram, Veilig Thuis Twente"
        );
        assert_eq!(text.heading([].into_iter()), "Even wachten");
    }

    #[test]
    fn every_refusal_shows_the_phone_number() {
        let refusals = [
            "unattended",
            "queue_full",
            "other_version",
            "unreachable",
            "too_fast",
            "failed",
            "stuck",
            "panic",
            "region_unknown",
            "region_closed",
        ];
        let all = Visit::all();
        for refusal in refusals {
            let (_, words) = all.iter().find(|(name, _)| *name == refusal).expect("it exists");
            assert!(words.iter().all(|words| words.contains("0800-2000")), "{words:?}");
        }
    }
}
