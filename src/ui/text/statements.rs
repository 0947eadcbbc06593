//! The privacy statement.

use super::visitor_catalogue;

visitor_catalogue! {
    /// What we do with what people tell us. Every line is true of the program as it is; who changes
    /// the program changes these.
    Statements {
        privacy: "Privacy", "Privacy",
            "الخصوصية";
        privacy_intro: "Je chat anoniem. Hier lees je wat dat betekent.",
            "You chat anonymously. Here you read what that means.",
            "في الدردشة تبقى هويتك مجهولة. هنا تقرأ ما معنى ذلك.";
        nothing_title: "Wat we niet weten", "What we do not know",
            "ما لا نعرفه";
        nothing: "We vragen geen naam, adres, telefoonnummer of e-mailadres. We bewaren het adres van je computer niet. We gebruiken geen cookies voor bezoekers.",
            "We do not ask for a name, address, phone number or e-mail address. We do not keep the address of your computer. We use no cookies for visitors.",
            "لا نسأل عن اسم أو عنوان أو رقم هاتف أو بريد إلكتروني. لا نحفظ عنوان جهازك. لا نستعمل ملفات تعريف الارتباط للزوار.";
        device_title: "Wat er op je apparaat staat", "What is on your device",
            "ما يوجد على جهازك";
        device: "Tijdens de chat staat er een geheime code in je tabblad. Daarmee kun je terug naar je gesprek. Na het gesprek is die code weg.",
            "During the chat there is a secret code in your tab. With it you can go back to your conversation. After the conversation the code is gone.",
            "أثناء الدردشة يوجد رمز سري في تبويبك. به يمكنك الرجوع إلى محادثتك. بعد المحادثة يزول هذا الرمز.";
        device_history: "Je browser onthoudt dat je deze site hebt bezocht. Dat kunnen wij niet wissen.",
            "Your browser remembers that you visited this site. We cannot erase that.",
            "يتذكر متصفحك أنك زرت هذا الموقع. لا يمكننا محو ذلك.";
        sealed_title: "Wie kan lezen wat je schrijft", "Who can read what you write",
            "من يمكنه قراءة ما تكتب";
        sealed: "Je browser zet elk bericht op slot. Alleen jij en de mensen die boven je gesprek staan, hebben de sleutel. Onze computers bewaren tijdens het gesprek alleen berichten die op slot zijn.",
            "Your browser locks each message. Only you and the people named above your conversation have the key. During the conversation our computers only keep locked messages.",
            "متصفحك يقفل كل رسالة. المفتاح عندك أنت وعند من يظهر اسمه فوق محادثتك، ولا أحد غيركم. أثناء المحادثة تحفظ أجهزتنا رسائل مقفلة فقط.";
        others_title: "Wat anderen kunnen zien", "What others can see",
            "ما يمكن أن يراه الآخرون";
        others_network: "Kijkt iemand mee met de verbinding, bijvoorbeeld op de wifi thuis? Die kan zien dat je deze site bezoekt en wanneer. Wat je schrijft ziet die niet.",
            "Does somebody watch the connection, for example the wifi at home? They can see that you visit this site, and when. They do not see what you write.",
            "هل يراقب أحد الاتصال، مثلاً شبكة الإنترنت في البيت؟ يمكنه أن يرى أنك تزور هذا الموقع ومتى. ولا يرى ما تكتب.";
        others_disk: "Krijgt iemand onze computer of een kopie ervan in handen? Die ziet dat er gesprekken zijn en in welke regio. Die ziet niet wie je bent en niet wat je schrijft.",
            "Does somebody get hold of our computer or a copy of it? They see that there are conversations, and in which region. They do not see who you are or what you write.",
            "هل حصل أحد على جهازنا أو على نسخة منه؟ يرى أن هناك محادثات وفي أي منطقة. ولا يرى من أنت ولا ما تكتب.";
        others_colleague: "Andere medewerkers lezen niet mee. Komt er iemand bij je gesprek? Dan staat de naam bovenaan.",
            "Other workers do not read along. Does somebody join your conversation? Then the name is at the top.",
            "الموظفون الآخرون لا يقرؤون معك. هل انضم أحد إلى محادثتك؟ عندئذ يظهر اسمه في الأعلى.";
        others_device: "Pakt iemand je apparaat terwijl de chat open is? Die kan lezen wat op je scherm staat. Klik dan op Verlaat deze site. Daarna is er niets meer te lezen.",
            "Does somebody take your device while the chat is open? They can read what is on your screen. Then click Leave this site. After that there is nothing left to read.",
            "هل أخذ أحد جهازك والدردشة مفتوحة؟ يمكنه أن يقرأ ما على شاشتك. الحل هو الضغط على مغادرة هذا الموقع. بعد ذلك لا يبقى شيء للقراءة.";
        erased_title: "Wanneer we wissen", "When we erase",
            "متى نمحو";
        erased: "Stopt het gesprek? Dan wissen we meteen alle berichten. Ben je 30 minuten weg? Dan wissen we ook.",
            "Does the conversation end? Then we erase all messages at once. Are you away for 30 minutes? Then we erase too.",
            "هل توقفت المحادثة؟ عندئذ نمحو فوراً كل الرسائل. هل غبت 30 دقيقة؟ عندئذ نمحو أيضاً.";
        counted_title: "Wat we wel bewaren", "What we do keep",
            "ما نحفظه";
        counted: "We tellen hoeveel gesprekken er per dag en per regio zijn. De medewerker maakt een anonieme registratie van het advies. Die kunnen we niet met jou of je gesprek verbinden.",
            "We count how many conversations there are per day and per region. The worker makes an anonymous registration of the advice. We cannot connect it with you or your conversation.",
            "نعدّ كم محادثة جرت في كل يوم وفي كل منطقة. يسجّل الموظف النصيحة من دون اسم. لا يمكننا ربط ذلك بك أو بمحادثتك.";
        limits_title: "Wat we niet kunnen beloven", "What we cannot promise",
            "ما لا يمكننا أن نعد به";
        limits_provider: "Je internetprovider kan zien dat je deze site bezoekt. Dat kunnen we niet verbergen.",
            "Your internet provider can see that you visit this site. We cannot hide that.",
            "شركة الإنترنت يمكنها أن ترى أنك تزور هذا الموقع. لا يمكننا إخفاء ذلك.";
        limits_spy: "Staat er een programma op je apparaat dat meekijkt? Dat ziet alles. Gebruik dan een ander apparaat.",
            "Is there a program on your device that watches you? It sees everything. Then use another device.",
            "هل يوجد على جهازك برنامج يراقبك؟ هذا البرنامج يرى كل شيء. الأفضل عندئذ جهاز آخر.";
        limits_server: "Breekt iemand in op onze computer? Die kan dan de chat veranderen en misschien meelezen.",
            "Does somebody break into our computer? They could change the chat and perhaps read along.",
            "هل اقتحم أحد جهازنا؟ عندئذ يمكنه أن يغيّر الدردشة وربما أن يقرأ معنا.";
        limits_told: "Vertel je zelf wie je bent? Dan weet de medewerker het. Denk daar eerst over na.",
            "Do you say yourself who you are? Then the worker knows. Think about that first.",
            "هل تقول بنفسك من أنت؟ عندئذ يعرف الموظف ذلك. من الأفضل التفكير في هذا أولاً.";
        limits_photo: "De medewerker kan je woorden lezen en onthouden. Iemand kan ook een foto maken van een scherm.",
            "The worker can read and remember your words. Somebody can also take a photo of a screen.",
            "يمكن للموظف أن يقرأ كلامك وأن يتذكره. ويمكن لأحد أن يصوّر الشاشة.";
        weakness_title: "Is er iets niet veilig?", "Is something not safe?",
            "هل هناك شيء غير آمن؟";
        weakness: "Heb je gezien dat er iets niet veilig is aan deze site? Vertel het ons. Hoe je dat doet, staat op deze site onder /.well-known/security.txt.",
            "Have you seen that something about this site is not safe? Tell us. How to do that is on this site under /.well-known/security.txt.",
            "هل لاحظت أن شيئاً في هذا الموقع غير آمن؟ يمكنك إخبارنا. الطريقة مكتوبة في الملف security.txt في هذا الموقع.";
        complaint_title: "Vraag of klacht", "Question or complaint",
            "سؤال أو شكوى";
        complaint: "Heb je een vraag of een klacht? Bel 0800-2000. Je hoort dan bij wie je terechtkunt. Je kunt ook klagen bij de Autoriteit Persoonsgegevens.",
            "Do you have a question or a complaint? Call 0800-2000. They tell you where to go. You can also complain to the Dutch Data Protection Authority.",
            "هل عندك سؤال أو شكوى؟ يمكنك الاتصال على 0800-2000. نقول لك عندئذ من يساعدك. ويمكنك أيضاً تقديم شكوى إلى Autoriteit Persoonsgegevens.";
    }
}
