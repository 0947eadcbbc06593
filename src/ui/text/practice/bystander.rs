//! Somebody who worries about others.

use super::{Script, both};

pub(super) const SCRIPT: Script = Script {
    name: "Ruud",
    who: both("Een omstander die zich zorgen maakt", "A bystander who worries"),
    opening: both(
        "Goedemiddag, ik hoor steeds ruzie bij de buren. Moet ik daar iets mee?",
        "Good afternoon, I keep hearing fights next door. Should I do something?",
    ),
    story: [
        both(
            "Het is bijna elke avond. Hij schreeuwt, zij huilt, en er valt van alles om.",
            "It is almost every evening. He shouts, she cries, and things fall over.",
        ),
        both(
            "Er zijn twee kleine kinderen. Die hoor ik dan ook huilen.",
            "There are two small children. I hear them cry too.",
        ),
        both(
            "Vorige week zag ik haar met een blauw oog. Ze keek snel de andere kant op.",
            "Last week I saw her with a black eye. She quickly looked away.",
        ),
        both(
            "Ik ben bang dat het erger wordt als ik er iets van zeg. En we wonen naast elkaar.",
            "I am afraid that it gets worse when I say something. And we live next door.",
        ),
    ],
    all_told: both("Meer weet ik ook niet.", "I don't know more than that."),
    safety: both(
        "Met mij gaat het goed, ik zit gewoon thuis. Nu is het stil hiernaast.",
        "I am fine, I am just at home. It is quiet next door now.",
    ),
    safety_again: both("Ja hoor, ik ben veilig.", "Yes, I am safe."),
    number: both(
        "Dus als het weer misgaat bel ik 112, en anders jullie. Ook als ik het niet zeker weet?",
        "So when it goes wrong again I call 112, and otherwise you. Even if I am not sure?",
    ),
    advice_early: both(
        "Ja maar, dan weten ze meteen dat ik het was.",
        "Yes, but then they know at once that it was me.",
    ),
    advice: both(
        "Dat kan ik wel proberen. Ik kan haar een keer alleen spreken bij de school.",
        "I can try that. I can talk to her alone at school some time.",
    ),
    kind: both(
        "Fijn om te horen. Ik dacht dat ik me ergens mee bemoeide.",
        "Good to hear. I thought that I was being nosy.",
    ),
    blamed: both(
        "Nou, ik vraag het nu toch? Zo voel ik me niet geholpen.",
        "Well, I am asking now, am I not? This does not help me.",
    ),
    closed: both("Dat weet ik niet zeker.", "I am not sure about that."),
    other: both("Ja, precies.", "Yes, exactly."),
    still_there: both("Hallo? Leest u mee?", "Hello? Are you reading?"),
    gives_up: both(
        "Het wordt me te stil. Ik kijk wel even verder.",
        "It is too quiet for me. I will look elsewhere.",
    ),
    farewell: both(
        "Dank u wel. Ik weet nu wat ik kan doen. Tot ziens.",
        "Thank you. I know what I can do now. Goodbye.",
    ),
};
