//! The house rules, and what a visitor must know before the start of a chat.

use super::visitor_catalogue;

visitor_catalogue! {
    /// House rules, and the honest lines above the button "Start de chat".
    House {
        rules: "Huisregels", "House rules", "قواعد الدردشة";
        whom_title: "Voor wie is de chat?", "Who is the chat for?", "لمن هذه الدردشة؟";
        whom: "Voor iedereen die te maken heeft met geweld thuis of kindermishandeling. Ook als je je zorgen maakt over iemand anders.",
            "For everyone who has to do with violence at home or child abuse. Also if you worry about somebody else.",
            "لكل من يعيش عنفاً في البيت أو إساءة معاملة الأطفال. وأيضاً لمن يقلق على شخص آخر.";
        advice_title: "Je krijgt advies", "You get advice", "نقدّم لك النصيحة";
        advice: "Een medewerker luistert en denkt met je mee. Je bepaalt zelf wat je met het advies doet.",
            "A worker listens and thinks along with you. You decide what you do with the advice.",
            "يستمع إليك موظف ويفكر معك. ماذا بعد النصيحة؟ القرار لك وحدك.";
        report_title: "Je kunt hier geen melding doen", "You cannot make an official report here",
            "لا يمكنك تقديم بلاغ رسمي هنا";
        report: "Wil je een melding doen? In de chat vertellen we hoe dat gaat. Melden doe je daarna via 0800-2000.",
            "Do you want to make an official report? In the chat we tell you how. You then report through 0800-2000.",
            "كيف يُقدَّم البلاغ الرسمي؟ نشرح لك ذلك في الدردشة. بعد ذلك يمكنك تقديم البلاغ عبر 0800-2000.";
        professional_title: "Kom je dit tegen in je werk?", "Do you come across this in your work?",
            "هل صادفك هذا في عملك؟";
        professional: "Bel ons dan: 0800-2000. De chat is niet voor professionals.",
            "Then call us: 0800-2000. The chat is not for professionals.",
            "يمكنك عندئذ الاتصال بنا: 0800-2000. الدردشة ليست للمهنيين.";
        hours_title: "Wanneer is de chat open?", "When is the chat open?", "متى تكون الدردشة مفتوحة؟";
        hours: "Van maandag tot en met vrijdag, van 9.00 tot 17.00 uur. Sommige regio's hebben andere tijden.",
            "Monday to Friday, from 9:00 to 17:00. Some regions have other hours.",
            "من الاثنين إلى الجمعة، من الساعة 9:00 إلى الساعة 17:00. لبعض المناطق أوقات أخرى.";
        anonymous_title: "Je blijft anoniem", "You stay anonymous", "تبقى هويتك مجهولة";
        anonymous: "We vragen niet wie je bent. Na het gesprek wissen we alles wat er geschreven is.",
            "We do not ask who you are. After the conversation we erase all that was written.",
            "لا نسأل من أنت. بعد المحادثة نمحو كل ما كُتب.";
        registration_title: "We tellen het advies", "We count the advice", "نعدّ النصائح";
        registration: "We maken een anonieme registratie van het advies. Daarin staat niets over wie je bent.",
            "We make an anonymous registration of the advice. It says nothing about who you are.",
            "نسجّل النصيحة من دون اسم. لا يوجد في التسجيل شيء عن هويتك.";
        respect_title: "Blijf vriendelijk", "Stay friendly", "الكلام باحترام";
        respect: "Scheldt of dreigt iemand? Dan mag de medewerker het gesprek stoppen.",
            "Does somebody swear or threaten? Then the worker may stop the conversation.",
            "هل يوجد شتم أو تهديد؟ عندئذ يجوز للموظف أن يوقف المحادثة.";

        watched: "Kan er iemand meekijken?", "Can somebody look over your shoulder?",
            "هل يمكن لأحد أن يرى شاشتك؟";
        watched_history: "Je browser onthoudt dat je hier was. ‘Verlaat deze site’ wist dat niet.",
            "Your browser remembers that you were here. ‘Leave this site’ does not erase that.",
            "يتذكر متصفحك أنك كنت هنا. الزر ‘مغادرة هذا الموقع’ لا يمحو ذلك.";
        watched_safer: "Een ander apparaat of een privévenster is veiliger.",
            "Another device or a private window is safer.",
            "جهاز آخر أو نافذة خاصة أكثر أماناً.";
        procedure: "Een medewerker geeft je advies, daarna wissen we het gesprek en maken we een anonieme registratie van het advies.",
            "A worker gives you advice, then we erase the conversation and make an anonymous registration of the advice.",
            "يقدّم لك موظف النصيحة، ثم نمحو المحادثة ونسجّل النصيحة من دون اسم.";
        complaint: "Met een klacht over de chat bel je 0800-2000: je hoort dan hoe het verder gaat.",
            "With a complaint about the chat you call 0800-2000: they tell you what happens next.",
            "للشكوى من الدردشة يمكنك الاتصال على 0800-2000: نشرح لك عندئذ الخطوات التالية.";
    }
}
