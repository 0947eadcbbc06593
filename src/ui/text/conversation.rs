//! The conversation itself, the same for visitor and worker.

use super::visitor_catalogue;

visitor_catalogue! {
    /// The texts of the message list, of the field to write in, and of the ending.
    Conversation {
        log: "Gesprek", "Conversation", "المحادثة";
        you: "Jij", "You", "أنت";
        message: "Bericht", "Message", "الرسالة";
        message_hint: "Enter verstuurt. Shift en Enter maakt een nieuwe regel.",
            "Enter sends. Shift and Enter starts a new line.",
            "المفتاح Enter للإرسال. المفتاحان Shift وEnter لسطر جديد.";
        send: "Verstuur", "Send", "إرسال";
        kept: "staat klaar", "ready to send", "جاهزة للإرسال";
        sending: "wordt verstuurd", "being sent", "يجري إرسالها";
        stored: "verstuurd", "sent", "أُرسلت";
        delivered: "bezorgd", "delivered", "وصلت";
        failed: "niet verstuurd", "not sent", "لم تُرسل";
        unreadable: "Dit bericht konden we niet openen.", "We could not open this message.",
            "لم نتمكن من فتح هذه الرسالة.";
        gap: "Hier mist een bericht.", "A message is missing here.", "توجد هنا رسالة ناقصة.";
        contradicted: "Er klopt iets niet met wie er meedoet. Schrijf nu niets dat geheim moet blijven.",
            "Something is wrong with who takes part. Do not write anything now that must stay secret.",
            "هناك خلل في أسماء المشاركين. من الأفضل ألا تكتب الآن شيئاً سرياً.";
        offline: "Geen verbinding. We proberen het opnieuw…",
            "No connection. We are trying again…",
            "لا يوجد اتصال. نحاول مرة أخرى…";
        too_long: "Je bericht is te lang. Maak het korter of stuur het in delen.",
            "Your message is too long. Make it shorter or send it in parts.",
            "رسالتك طويلة جداً. يمكنك جعلها أقصر أو إرسالها على أجزاء.";
        end: "Gesprek beëindigen", "End the conversation", "إنهاء المحادثة";
        end_yes: "Ja, beëindigen", "Yes, end it", "نعم، إنهاء المحادثة";
        end_no: "Nee, ga door", "No, go on", "لا، متابعة المحادثة";
    }
    with values {
        typing: "{} typt…", "{} is typing…", "{}: جارٍ الكتابة…";
        characters_left: "Tekens over: {}", "Characters left: {}", "الأحرف المتبقية: {}";
        characters_over: "Tekens te veel: {}", "Characters too many: {}", "الأحرف الزائدة: {}";
        joined: "{} doet nu mee.", "{} has joined.", "{} في المحادثة الآن.";
        left: "{} doet niet meer mee.", "{} has left.", "{} خارج المحادثة الآن.";
        reconnected: "{} is opnieuw verbonden.", "{} is connected again.", "عاد الاتصال مع {}.";
    }
}
