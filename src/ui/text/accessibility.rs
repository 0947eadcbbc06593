//! The accessibility statement, in the form that Dutch public bodies use: who answers for the site,
//! which status it has, by which standard, how that was tested, what does not meet it yet, whom to
//! tell, who supervises, and the date.
//!
//! What only an organisation can say is a text that it puts in its own words (`/beheer/teksten`);
//! until then the statement says that the organisation fills it in.

use super::visitor_catalogue;

visitor_catalogue! {
    /// The texts of `/toegankelijkheid`. Every line is true of the program as it is.
    Accessibility {
        title: "Toegankelijkheidsverklaring", "Accessibility statement", "بيان إمكانية الوصول";
        intro: "Iedereen moet de chat kunnen gebruiken. Hier lees je hoe ver we daarmee zijn.",
            "Everyone must be able to use the chat. Here you read how far we have come.",
            "يجب أن يتمكن الجميع من استعمال الدردشة. هنا تقرأ إلى أين وصلنا.";

        who_title: "Wie is verantwoordelijk?", "Who is responsible?", "من المسؤول؟";
        who: "Veilig Thuis is verantwoordelijk voor deze chat. De organisatie vult hier haar naam en adres in.",
            "Veilig Thuis is responsible for this chat. The organisation fills in its name and address here.",
            "منظمة Veilig Thuis مسؤولة عن هذه الدردشة. تكتب المنظمة هنا اسمها وعنوانها.";
        scope: "Deze verklaring gaat over alle pagina's van de chat. Ook over het venster van de chat op andere sites.",
            "This statement is about all pages of the chat. Also about the window of the chat on other sites.",
            "هذا البيان عن كل صفحات الدردشة. وأيضاً عن نافذة الدردشة في مواقع أخرى.";

        status_title: "Status", "Status", "الحالة";
        status: "Status C: eerste maatregelen genomen. De organisatie vult hier een andere status in na een volledig onderzoek.",
            "Status C: first measures taken. The organisation fills in another status here after a full evaluation.",
            "الحالة C: اتُّخذت الإجراءات الأولى. تكتب المنظمة هنا حالة أخرى بعد فحص كامل.";
        statuses: "Er zijn vijf statussen. A: voldoet volledig. B: voldoet gedeeltelijk. C: eerste maatregelen genomen. D: voldoet niet. E: geen verklaring.",
            "There are five statuses. A: fully compliant. B: partially compliant. C: first measures taken. D: not compliant. E: no statement.",
            "توجد خمس حالات. A: مطابق كلياً. B: مطابق جزئياً. C: اتُّخذت الإجراءات الأولى. D: غير مطابق. E: لا يوجد بيان.";

        rules_title: "Welke regels we volgen", "Which rules we follow", "القواعد التي نتبعها";
        rules: "We volgen de Europese norm EN 301 549 en WCAG 2.2, niveau A en AA. Nederlandse overheden moeten dat doen door het Besluit digitale toegankelijkheid overheid.",
            "We follow the European standard EN 301 549 and WCAG 2.2, levels A and AA. Dutch public bodies must do so by the Besluit digitale toegankelijkheid overheid.",
            "نتبع المعيار الأوروبي EN 301 549 والمعيار WCAG 2.2، المستويين A وAA. هذا واجب على الجهات الحكومية في هولندا حسب القرار Besluit digitale toegankelijkheid overheid.";
        made: "Alles werkt met alleen het toetsenbord. De chat past op een klein scherm en bij grote letters. De teksten zijn kort.",
            "Everything works with the keyboard alone. The chat fits a small screen and large letters. The texts are short.",
            "كل شيء يعمل بلوحة المفاتيح وحدها. تناسب الدردشة الشاشة الصغيرة والحروف الكبيرة. النصوص قصيرة.";

        tested_title: "Hoe we testen", "How we test", "كيف نختبر";
        tested: "Een programma test de schermen bij elke verandering. Een ander programma loopt de hele weg met alleen het toetsenbord.",
            "A program tests the screens at every change. Another program walks the whole way with the keyboard alone.",
            "برنامج يختبر الشاشات عند كل تغيير. وبرنامج آخر يمر بكل الخطوات بلوحة المفاتيح وحدها.";
        not_tested: "Een onafhankelijk bureau heeft de chat nog niet onderzocht. Mensen met een beperking hebben de site nog niet voor ons getest.",
            "An independent firm has not yet evaluated the chat. People with a disability have not yet tested the site for us.",
            "لم تفحص جهة مستقلة الدردشة بعد. ولم يختبر أشخاص من ذوي الإعاقة الموقع لنا بعد.";

        limits_title: "Wat nog niet goed is", "What is not good yet", "ما ليس جيداً بعد";
        limits: "We kennen nu geen scherm dat niet aan de regels voldoet. De chat is er alleen in geschreven taal, niet in gebarentaal.",
            "We know of no screen now that does not meet the rules. The chat is in written language only, not in sign language.",
            "لا نعرف الآن شاشة تخالف القواعد. الدردشة باللغة المكتوبة فقط، وليست بلغة الإشارة.";
        time: "Ben je 30 minuten weg? Dan stopt het gesprek. Dat is nodig: wie je apparaat pakt, mag niets meer vinden.",
            "Are you away for 30 minutes? Then the conversation stops. That is needed: whoever takes your device must find nothing.",
            "هل غبت 30 دقيقة؟ عندئذ تتوقف المحادثة. هذا ضروري: من يأخذ جهازك يجب ألا يجد شيئاً.";
        keys_title: "Snel weg met Shift", "Leaving quickly with Shift", "المغادرة السريعة بالمفتاح Shift";
        keys: "Druk je 3 keer snel op Shift, dan verlaat je de site. Gebruik je plaktoetsen? Dan kan dat per ongeluk gebeuren. Druk dan minder snel op Shift.",
            "If you press Shift 3 times quickly, you leave the site. Do you use sticky keys? Then this can happen by accident. Then press Shift less quickly.",
            "الضغط 3 مرات بسرعة على Shift يخرجك من الموقع. هل المفاتيح الثابتة تعمل على جهازك؟ عندئذ قد يحدث ذلك بالخطأ. الحل هو الضغط ببطء على Shift.";

        problem_title: "Werkt er iets niet?", "Does something not work?", "هل هناك شيء لا يعمل؟";
        problem: "Vertel het ons: bel 0800-2000. Je hoeft niet te zeggen wie je bent.",
            "Tell us: call 0800-2000. You do not have to say who you are.",
            "يمكنك إخبارنا: 0800-2000. لا حاجة إلى أن تقول من أنت.";
        contact: "De organisatie vult hier een ander contact in, en hoe snel je antwoord krijgt.",
            "The organisation fills in another contact here, and how soon you get an answer.",
            "تكتب المنظمة هنا طريقة أخرى للتواصل، ومتى يصلك الجواب.";
        silent_title: "Als je niet kunt praten of horen", "If you cannot speak or hear",
            "إذا كان الكلام أو السمع غير ممكن لك";
        silent: "Gebruik bij gevaar de 112-app. Of bel 112 of 0800-2000 met Teletolk.",
            "In danger, use the 112 app. Or call 112 or 0800-2000 through Teletolk.",
            "عند الخطر يمكنك استعمال تطبيق 112. أو الاتصال على 112 أو 0800-2000 عن طريق Teletolk.";

        complaint_title: "Ben je niet tevreden met ons antwoord?",
            "Are you not satisfied with our answer?", "هل جوابنا غير كافٍ؟";
        complaint: "Krijg je geen antwoord of lost het niets op? Dan kun je een klacht sturen naar de Nationale ombudsman. Die kijkt of overheden zich aan de regels houden.",
            "Do you get no answer, or does it solve nothing? Then you can send a complaint to the Nationale ombudsman, who looks whether public bodies keep to the rules.",
            "لم يصلك جواب، أو لم يحل المشكلة؟ عندئذ يمكنك إرسال شكوى إلى Nationale ombudsman. هذه الجهة تراقب التزام الجهات الحكومية بالقواعد.";

        date_title: "Datum", "Date", "التاريخ";
        date: "De organisatie vult hier in wanneer deze verklaring is gemaakt, wanneer ze is nagekeken en wie haar goedkeurt.",
            "The organisation fills in here when this statement was made, when it was reviewed and who approves it.",
            "تكتب المنظمة هنا متى كُتب هذا البيان، ومتى رُوجع، ومن يوافق عليه.";
    }
}
