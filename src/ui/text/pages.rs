//! The pages without an island: first page, errors.

use super::visitor_catalogue;

visitor_catalogue! {
    /// The texts of pages that only the server renders.
    Pages {
        // The title of the tab, neutral on purpose.
        title_visitor: "Chat", "Chat",
            "دردشة";

        // What search engines show.
        description: "Chat met een medewerker die met je meedenkt. Je hoeft niet te zeggen wie je bent.",
            "Chat with a worker who thinks along with you. You do not have to say who you are.",
            "دردشة مع موظف يفكر معك. لا حاجة إلى أن تقول من أنت.";

        home: "Je kunt hier anoniem chatten", "You can chat here anonymously",
            "هنا يمكنك الدردشة من دون ذكر اسمك";
        home_intro: "Heb je te maken met geweld thuis? Of maak je je zorgen over een kind of een ander? Een medewerker van Veilig Thuis denkt met je mee.",
            "Do you have to do with violence at home? Or do you worry about a child or somebody else? A worker of Veilig Thuis thinks along with you.",
            "هل يوجد عنف في بيتك؟ أو عندك قلق على طفل أو على شخص آخر؟ موظف من Veilig Thuis يفكر معك.";
        start: "Start de chat", "Start the chat",
            "بدء الدردشة";
        start_why: "Je hoeft niet te zeggen wie je bent.", "You do not have to say who you are.",
            "لا حاجة إلى أن تقول من أنت.";
        no_script: "De chat heeft JavaScript nodig. Daarmee zet je browser je berichten op slot. Wij kunnen ze dan niet lezen. JavaScript staat nu uit.",
            "The chat needs JavaScript. With it your browser locks your messages. Then we cannot read them. JavaScript is switched off now.",
            "تحتاج الدردشة إلى JavaScript: به يقفل متصفحك رسائلك حتى لا نتمكن من قراءتها. وهو الآن متوقف.";
        no_script_next: "Zet JavaScript aan en laad de pagina opnieuw. Of bel 0800-2000. Dat is gratis en kan dag en nacht.",
            "Switch on JavaScript and reload the page. Or call 0800-2000. It is free, day and night.",
            "يمكنك تشغيل JavaScript وتحميل الصفحة مرة أخرى. أو الاتصال على 0800-2000. المكالمة مجانية ليلاً ونهاراً.";

        questions: "Vragen en antwoorden", "Questions and answers",
            "أسئلة وأجوبة";
        anonymous_question: "Is de chat echt anoniem?", "Is the chat really anonymous?",
            "هل تبقى هويتي مجهولة حقاً؟";
        anonymous_answer: "Ja. We weten niet wie je bent en we vragen er niet naar. Je provider kan wel zien dat je deze site bezoekt. En een programma dat iemand stiekem op je telefoon zet, ziet alles.",
            "Yes. We do not know who you are and we do not ask. Your internet provider can see that you visit this site. And a program that somebody secretly puts on your phone sees everything.",
            "نعم. لا نعرف من أنت ولا نسأل عن ذلك. شركة الإنترنت يمكنها أن ترى أنك تزور هذا الموقع. وإذا وضع أحد سراً برنامجاً على هاتفك، فإن هذا البرنامج يرى كل شيء.";
        reads_question: "Wie kan meelezen?", "Who can read along?",
            "من يمكنه أن يقرأ؟";
        reads_answer: "Alleen de mensen die boven je gesprek staan. Berichten gaan op slot weg van je scherm. Onze computer kan ze niet lezen.",
            "Only the people who are named above your conversation. Messages leave your screen locked. Our computer cannot read them.",
            "فقط من يظهر اسمه فوق محادثتك. تخرج الرسائل من شاشتك مقفلة. جهازنا لا يستطيع قراءتها.";
        kept_question: "Wat bewaren jullie?", "What do you keep?",
            "ماذا تحفظون؟";
        kept_answer: "Na het gesprek wissen we alle berichten. We tellen alleen hoeveel gesprekken er waren en waarover het advies ging.",
            "After the conversation we erase all messages. We only count how many conversations there were and what the advice was about.",
            "بعد المحادثة نمحو كل الرسائل. نعدّ فقط كم محادثة جرت وعن ماذا كانت النصيحة.";
        closed_question: "Ik heb de chat per ongeluk gesloten. Wat nu?",
            "I closed the chat by accident. What now?",
            "أغلقتُ الدردشة بالخطأ. ماذا أفعل؟";
        closed_answer: "Laad de pagina opnieuw in hetzelfde tabblad. Je kunt 30 minuten terug naar je gesprek.",
            "Reload the page in the same tab. You can go back to your conversation for 30 minutes.",
            "يمكنك تحميل الصفحة مرة أخرى في التبويب نفسه. يمكنك الرجوع إلى محادثتك خلال 30 دقيقة.";
        leave_question: "Hoe verlaat ik deze site snel?", "How do I leave this site quickly?",
            "كيف أغادر هذا الموقع بسرعة؟";
        leave_answer: "Klik op ‘Verlaat deze site’. Of druk 3 keer snel op Shift. Je gesprek is dan gewist. Je browser onthoudt wel dat je hier was.",
            "Click ‘Leave this site’. Or press Shift 3 times quickly. Your conversation is then erased. Your browser still remembers that you were here.",
            "بالضغط على ‘مغادرة هذا الموقع’. أو بالضغط 3 مرات بسرعة على Shift. عندئذ تُمحى محادثتك. لكن متصفحك يتذكر أنك كنت هنا.";
        wait_question: "Moet ik lang wachten?", "Do I have to wait long?",
            "هل الانتظار طويل؟";
        wait_answer: "Dat verschilt. Je ziet steeds welk nummer je bent in de wachtrij. Je kunt altijd stoppen.",
            "That differs. You always see your number in the queue. You can stop at any time.",
            "هذا يختلف. ترى دائماً رقمك في قائمة الانتظار. يمكنك التوقف في أي وقت.";
        night_question: "De chat is dicht. Wat nu?", "The chat is closed. What now?",
            "الدردشة مغلقة. ماذا أفعل؟";
        night_answer: "Bel 0800-2000. Dat is gratis. Er is dag en nacht iemand.",
            "Call 0800-2000. It is free. Somebody is there day and night.",
            "يمكنك الاتصال على 0800-2000. المكالمة مجانية. يوجد من يرد ليلاً ونهاراً.";

        // Errors
        not_found: "Deze pagina bestaat niet", "This page does not exist",
            "هذه الصفحة غير موجودة";
        not_found_next: "Kijk of het adres klopt. Of ga naar het begin. Je kunt ook bellen: 0800-2000.",
            "Check the address. Or go to the first page. You can also call: 0800-2000.",
            "هل العنوان صحيح؟ يمكنك الذهاب إلى الصفحة الأولى. ويمكنك أيضاً الاتصال: 0800-2000.";
        error: "Er ging bij ons iets mis", "Something went wrong on our side",
            "حدث خطأ عندنا";
        error_next: "Probeer het over een paar minuten nog eens. Je kunt ook bellen: 0800-2000.",
            "Try again in a few minutes. You can also call: 0800-2000.",
            "يمكنك المحاولة مرة أخرى بعد بضع دقائق. ويمكنك أيضاً الاتصال: 0800-2000.";
        refused: "Dat kan hier niet", "That is not possible here",
            "هذا غير ممكن هنا";
        refused_next: "Ga naar het begin en probeer het nog eens. Je kunt ook bellen: 0800-2000.",
            "Go to the first page and try again. You can also call: 0800-2000.",
            "يمكنك الذهاب إلى الصفحة الأولى والمحاولة مرة أخرى. ويمكنك أيضاً الاتصال: 0800-2000.";
        busy: "Het is nu te druk", "It is too busy now",
            "الضغط كبير الآن";
        busy_next: "Wacht een paar minuten en probeer het nog eens. Je kunt ook bellen: 0800-2000.",
            "Wait a few minutes and try again. You can also call: 0800-2000.",
            "يمكنك المحاولة مرة أخرى بعد بضع دقائق. ويمكنك أيضاً الاتصال: 0800-2000.";
        too_large: "Dit is te groot", "This is too large",
            "هذا أكبر من المسموح";
        too_large_next: "Er is niets opgeslagen. Ga terug en stuur iets kleiners, van ten hoogste 64 KB.",
            "Nothing was stored. Go back and send something smaller, of 64 KB at most.",
            "لم يُحفظ أي شيء. يمكنك الرجوع وإرسال شيء أصغر، 64 كيلوبايت على الأكثر.";
        home_link: "Ga naar het begin", "Go to the first page",
            "إلى الصفحة الأولى";
    }
}
