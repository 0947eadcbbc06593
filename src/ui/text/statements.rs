//! The privacy statement and the accessibility statement.

use super::catalogue;

catalogue! {
    /// What we do with what people tell us, and how usable the site is. Every line is true of the
    /// program as it is; who changes the program changes these.
    Statements {
        privacy: "Privacy", "Privacy";
        privacy_intro: "Je chat anoniem. Hier lees je wat dat betekent.",
            "You chat anonymously. Here you read what that means.";
        nothing_title: "Wat we niet weten", "What we do not know";
        nothing: "We vragen geen naam, adres, telefoonnummer of e-mailadres. We bewaren het adres van je computer niet. We gebruiken geen cookies voor bezoekers.",
            "We do not ask for a name, address, phone number or e-mail address. We do not keep the address of your computer. We use no cookies for visitors.";
        device_title: "Wat er op je apparaat staat", "What is on your device";
        device: "Tijdens de chat staat er een geheime code in je tabblad. Daarmee kun je terug naar je gesprek. Na het gesprek is die code weg.",
            "During the chat there is a secret code in your tab. With it you can go back to your conversation. After the conversation the code is gone.";
        device_history: "Je browser onthoudt dat je deze site hebt bezocht. Dat kunnen wij niet wissen.",
            "Your browser remembers that you visited this site. We cannot erase that.";
        sealed_title: "Wie kan lezen wat je schrijft", "Who can read what you write";
        sealed: "Je browser zet elk bericht op slot. Alleen jij en de mensen die boven je gesprek staan, hebben de sleutel. Onze computers bewaren tijdens het gesprek alleen berichten die op slot zijn.",
            "Your browser locks each message. Only you and the people named above your conversation have the key. During the conversation our computers only keep locked messages.";
        others_title: "Wat anderen kunnen zien", "What others can see";
        others_network: "Kijkt iemand mee met de verbinding, bijvoorbeeld op de wifi thuis? Die kan zien dat je deze site bezoekt en wanneer. Wat je schrijft ziet die niet.",
            "Does somebody watch the connection, for example the wifi at home? They can see that you visit this site, and when. They do not see what you write.";
        others_disk: "Krijgt iemand onze computer of een kopie ervan in handen? Die ziet dat er gesprekken zijn en in welke regio. Die ziet niet wie je bent en niet wat je schrijft.",
            "Does somebody get hold of our computer or a copy of it? They see that there are conversations, and in which region. They do not see who you are or what you write.";
        others_colleague: "Andere medewerkers lezen niet mee. Komt er iemand bij je gesprek? Dan staat de naam bovenaan.",
            "Other workers do not read along. Does somebody join your conversation? Then the name is at the top.";
        others_device: "Pakt iemand je apparaat terwijl de chat open is? Die kan lezen wat op je scherm staat. Klik dan op Verlaat deze site. Daarna is er niets meer te lezen.",
            "Does somebody take your device while the chat is open? They can read what is on your screen. Then click Leave this site. After that there is nothing left to read.";
        erased_title: "Wanneer we wissen", "When we erase";
        erased: "Stopt het gesprek? Dan wissen we meteen alle berichten. Ben je 30 minuten weg? Dan wissen we ook.",
            "Does the conversation end? Then we erase all messages at once. Are you away for 30 minutes? Then we erase too.";
        counted_title: "Wat we wel bewaren", "What we do keep";
        counted: "We tellen hoeveel gesprekken er per dag en per regio zijn. De medewerker maakt een anonieme registratie van het advies. Die kunnen we niet met jou of je gesprek verbinden.",
            "We count how many conversations there are per day and per region. The worker makes an anonymous registration of the advice. We cannot connect it with you or your conversation.";
        limits_title: "Wat we niet kunnen beloven", "What we cannot promise";
        limits_provider: "Je internetprovider kan zien dat je deze site bezoekt. Dat kunnen we niet verbergen.",
            "Your internet provider can see that you visit this site. We cannot hide that.";
        limits_spy: "Staat er een programma op je apparaat dat meekijkt? Dat ziet alles. Gebruik dan een ander apparaat.",
            "Is there a program on your device that watches you? It sees everything. Then use another device.";
        limits_server: "Breekt iemand in op onze computer? Die kan dan de chat veranderen en misschien meelezen.",
            "Does somebody break into our computer? They could change the chat and perhaps read along.";
        limits_told: "Vertel je zelf wie je bent? Dan weet de medewerker het. Denk daar eerst over na.",
            "Do you say yourself who you are? Then the worker knows. Think about that first.";
        limits_photo: "De medewerker kan je woorden lezen en onthouden. Iemand kan ook een foto maken van een scherm.",
            "The worker can read and remember your words. Somebody can also take a photo of a screen.";
        weakness_title: "Is er iets niet veilig?", "Is something not safe?";
        weakness: "Heb je gezien dat er iets niet veilig is aan deze site? Vertel het ons. Hoe je dat doet, staat op deze site onder /.well-known/security.txt.",
            "Have you seen that something about this site is not safe? Tell us. How to do that is on this site under /.well-known/security.txt.";
        complaint_title: "Vraag of klacht", "Question or complaint";
        complaint: "Heb je een vraag of een klacht? Bel 0800-2000. Je hoort dan bij wie je terechtkunt. Je kunt ook klagen bij de Autoriteit Persoonsgegevens.",
            "Do you have a question or a complaint? Call 0800-2000. They tell you where to go. You can also complain to the Dutch Data Protection Authority.";

        accessibility: "Toegankelijkheid", "Accessibility";
        accessibility_intro: "Iedereen moet de chat kunnen gebruiken.", "Everyone must be able to use the chat.";
        made_title: "Hoe de site is gemaakt", "How the site is made";
        made: "We volgen de regels van WCAG 2.2, niveau AA. Alles werkt met het toetsenbord en met een schermlezer. De chat past op een klein scherm. De teksten zijn kort.",
            "We follow the rules of WCAG 2.2, level AA. Everything works with the keyboard and with a screen reader. The chat fits a small screen. The texts are short.";
        tested_title: "Hoe we testen", "How we test";
        tested: "Een programma test de schermen bij elke verandering. Mensen met een beperking hebben de site nog niet voor ons getest.",
            "A program tests the screens at every change. People with a disability have not yet tested the site for us.";
        keys_title: "Snel weg met Shift", "Leaving quickly with Shift";
        keys: "Druk je 3 keer snel op Shift, dan verlaat je de site. Gebruik je plaktoetsen? Dan kan dat per ongeluk gebeuren. Druk dan minder snel op Shift.",
            "If you press Shift 3 times quickly, you leave the site. Do you use sticky keys? Then this can happen by accident. Then press Shift less quickly.";
        silent_title: "Als je niet kunt praten of horen", "If you cannot speak or hear";
        silent: "Gebruik bij gevaar de 112-app. Of bel 112 of 0800-2000 met Teletolk.",
            "In danger, use the 112 app. Or call 112 or 0800-2000 through Teletolk.";
        problem_title: "Werkt er iets niet?", "Does something not work?";
        problem: "Vertel het ons: bel 0800-2000. Dan zoeken we een oplossing.",
            "Tell us: call 0800-2000. Then we look for a solution.";
    }
}
