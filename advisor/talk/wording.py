"""The advisor's own standing phrases in both languages; knows nothing of how a reply is chosen.

French first, English equal: the same keys, tested. `{vous form|tu form}` as everywhere.
"""

from advisor.model import Part

HEADINGS: dict[str, dict[Part, str]] = {
    "fr": {
        "point": "En un mot",
        "detail": "Pourquoi",
        "steps": "Que faire",
        "mistakes": "À éviter",
        "example": "Un exemple",
        "time": "Le temps qu'il faut",
        "money": "Ce que cela coûte",
        "next": "Et ensuite",
    },
    "en": {
        "point": "In a word",
        "detail": "Why",
        "steps": "What to do",
        "mistakes": "What to avoid",
        "example": "An example",
        "time": "How long it takes",
        "money": "What it costs",
        "next": "What next",
    },
}

SECTIONS: dict[str, dict[str, str]] = {
    "fr": {
        "intro": "« Le community manager doit-il évoluer ? », ouverture",
        "envol": "« Le community manager doit-il évoluer ? », partie sur l'envol du métier",
        "direction": "« Le community manager doit-il évoluer ? », partie sur la direction à prendre",
    },
    "en": {
        "intro": "“Le community manager doit-il évoluer ?”, opening",
        "envol": "“Le community manager doit-il évoluer ?”, part on the job's take-off",
        "direction": "“Le community manager doit-il évoluer ?”, part on the direction to take",
    },
}

PERSONS: dict[str, dict[str, str]] = {
    "fr": {
        "beginner": "Pour qui débute",
        "experienced": "Avec de l'expérience",
        "employee": "Pour une personne salariée",
        "job-seeker": "En recherche d'emploi",
        "freelance": "Pour une activité indépendante",
        "shy": "Pour une personne timide",
        "career-changer": "En reconversion",
        "no-degree": "Sans diplôme",
        "outside-france": "Hors de France",
    },
    "en": {
        "beginner": "If you are starting out",
        "experienced": "If you have experience",
        "employee": "If you are employed",
        "job-seeker": "If you are looking for a job",
        "freelance": "If you are freelance",
        "shy": "If you are shy",
        "career-changer": "If you are changing careers",
        "no-degree": "If you have no degree",
        "outside-france": "Outside France",
    },
}

PHRASES: dict[str, dict[str, str]] = {
    "fr": {
        "silent": "L'article d'où part cette base n'en parle pas ; cette réponse s'appuie sur les références citées "
        "et sur la pratique courante du métier.",
        "practice": "Cette réponse repose sur la pratique courante du métier : aucune source précise ne la porte.",
        "choices": "Je ne suis pas sûr de bien comprendre. {Cherchez-vous|Cherches-tu} l'un de ces sujets ?",
        "choices_told": "Merci de me le dire. Par quoi {voulez-vous|veux-tu} commencer ?",
        "again": "L'essentiel est dit plus haut ; voici de quoi aller plus loin.",
        "unknown": "Je ne sais pas répondre à cela.",
        "nearest": "Ce que je connais de plus proche :",
        "still_out": "Là non plus, je n'ai pas de réponse sûre à {vous|te} donner. Où s'adresser :",
        "unknown_help": "Je connais le métier de community manager et sa carrière : embauche, mobile, mesures, "
        "écriture, réputation, formation, indépendance. {Essayez|Essaie} avec d'autres mots, ou "
        "{demandez|demande} « que sais-tu faire ? ».",
        "empty": "{Écrivez|Écris} une question, même courte : je ferai de mon mieux.",
        "too_long": "C'est un long message : je n'en ai lu que le début et la fin.",
        "no_more": "Je n'ai pas de meilleure piste. {Pouvez-vous|Peux-tu} le dire avec d'autres mots ?",
        "nothing_before": "Il n'y a pas encore de réponse à écarter : {posez|pose} d'abord une question.",
        "no_translation": "Cette base ne répond sur ce sujet que dans une autre langue.",
        "nothing_offered": "Il n'y a rien à choisir pour l'instant : {posez|pose} une question.",
        "as_you_like": "D'accord. {Posez|Pose} une autre question quand {vous voudrez|tu voudras}.",
        "unsure": "Rien ne presse. {Dites-moi|Dis-moi} ce qui {vous|te} retient, ou {écrivez|écris} la question autrement.",
        "acknowledge": "Très bien. Je reste là : {écrivez|écris} quand une question {vous|te} viendra.",
        "rejoice": "Félicitations, c'est une belle nouvelle ! {Prenez|Prends} le temps de {vous en|t'en} réjouir. Je reste là pour "
        "la suite : {demandez|demande} par exemple comment négocier ou comment réussir les premières semaines.",
        "complain": "Pardon, ma réponse n'aidait pas. {Dites-moi|Dis-moi} en une phrase ce que {vous cherchez|tu cherches} : "
        "un chiffre, une méthode, un exemple ? Avec d'autres mots, je comprends souvent mieux.",
        "react": "Je comprends. {Voulez-vous|Veux-tu} que je détaille un point (« que faire », « un exemple », "
        "« combien de temps »), ou {préférez-vous|préfères-tu} parler d'autre chose ?",
        "keeps": "Rien ne part d'ici : je travaille sans réseau. Questions et conversations restent sur cet ordinateur, où qui "
        "peut ouvrir {votre|ta} session peut les lire ; « historique » les montre, deux réglages arrêtent de les garder, et "
        "`advisor data delete` efface tout.",
        "errs": "Je peux me tromper. C'est pourquoi chaque réponse dit à quel point j'en suis sûr et d'où elle vient ; "
        "« confiance » montre combien de fois ces mots se vérifient. Si je tombe à côté, {écrivez|écris} « pas ça ».",
        "sums": "Je ne fais pas de calculs, et je préfère ne pas risquer un chiffre faux : une calculatrice {vous|te} donnera le "
        "résultat. "
        "Je connais les formules du métier : {demandez|demande} par exemple « comment calculer le ROI ? ».",
        "whence": "Chaque réponse dit d'où elle vient : de l'article « Le community manager doit-il évoluer ? » et de "
        "références nommées. {Posez|Pose} une question, puis {demandez|demande} « quelles sont tes sources ? ».",
        "say-tu": "D'accord, on se tutoie.",
        "say-vous": "Entendu, je vous vouvoie.",
        "luck": "Bonne chance ! Quoi qu'il arrive, {revenez|reviens} me dire comment cela s'est passé : on préparera la suite.",
        "whence_heading": "D'où cela vient",
        "step": "Étape",
        "violence": "Ce que {vous décrivez|tu décris} n'est pas acceptable, et {vous n'avez|tu n'as} pas à y faire face sans aide. "
        "En danger immédiat, {appelez|appelle} le 17 ou le 112. En France, le 3919 écoute les victimes de violences, jour et "
        "nuit ; au travail, la médecine du travail et l'inspection du travail aident aussi. Pour {vous|toi} comme pour "
        "quelqu'un que {vous aimez|tu aimes}, le 3114 répond à toute heure.",
        "grief": "Je suis désolé : {vous traversez|tu traverses} quelque chose de dur. {Prenez|Prends} le temps qu'il faut, avec "
        "des personnes proches ; si c'est trop lourd, un médecin ou, en France, le 3114 sont là, jour et nuit.",
        "pleased": "Enchanté ! Je ne suis qu'un programme, mais je connais le métier de community manager et sa carrière. "
        "Quelle est {votre|ta} question ?",
        "listening": "J'entends. {Dites-moi|Dis-moi} ce que {vous aimeriez|tu aimerais} savoir ou décider, même en quelques "
        "mots : je connais le métier de community manager et sa carrière.",
        "with_you": "Quand {vous voudrez|tu voudras}, je reste là pour parler du métier, à {votre|ton} rythme.",
        "danger": "Je ne suis qu'un programme, et ce que {vous vivez|tu vis} mérite une vraie personne, tout de suite. "
        "En France, le 3114 répond jour et nuit, gratuitement ; en cas de danger immédiat, c'est le 15 ou le 112. "
        "En Belgique, le 0800 32 123 ; en Suisse, le 143 ; au Québec, le 1 866 277-3553. "
        "{Parlez-en|Parles-en} aussi à quelqu'un de proche, même en une phrase. "
        "Le travail peut attendre ; je serai là pour en parler après.",
        "distress": "Ce que {vous décrivez|tu décris} pèse lourd, et {vous n'avez|tu n'as} pas à le porter sans aide : "
        "{parlez-en|parles-en} à un médecin ou à une personne de confiance. En France, le 3114 écoute aussi, jour et nuit.",
        "strain": "C'est beaucoup à porter. Si cela dure, {parlez-en|parles-en} à un médecin, y compris celui du travail, ou à une "
        "personne de confiance : {vous n'avez|tu n'as} pas à tenir à tout prix.",
        "fear": "Avoir peur est humain, et l'on se prépare souvent à une partie de ce qui inquiète : {demandez-moi|demande-moi} "
        "ce qui {vous aiderait|t'aiderait}. Si la peur ne {vous|te} quitte pas, une personne de confiance ou un médecin peut "
        "davantage que moi.",
        "both": "Voici les deux, l'un après l'autre.",
        "several": "{Vous posez|Tu poses} plusieurs questions ; voici une réponse à chacune.",
        "sources": "Source",
    },
    "en": {
        "silent": "The article that this base grew from says nothing about it; this answer rests on the references "
        "named and on common practice in the trade.",
        "practice": "This answer rests on common practice in the trade: no single source carries it.",
        "choices": "I am not sure I understand. Is it one of these subjects?",
        "choices_told": "Thank you for telling me. Where shall we start?",
        "again": "The main point is above; here is more.",
        "unknown": "I don't know the answer to that.",
        "nearest": "The nearest things I know:",
        "still_out": "I have no reliable answer to that either. Where to turn:",
        "unknown_help": "I know the community manager's job and career: getting hired, mobile, metrics, writing, "
        "reputation, training, freelancing. Try other words, or ask “what can you do?”.",
        "empty": "Write a question, even a short one, and I'll do my best.",
        "too_long": "That is a long message: I have read only its beginning and its end.",
        "no_more": "I have no better lead. Could you put it another way?",
        "nothing_before": "There is no answer to set aside yet: ask a question first.",
        "no_translation": "This base answers on that subject in another language only.",
        "nothing_offered": "There is nothing to choose from yet: ask a question.",
        "as_you_like": "All right. Ask another question whenever you like.",
        "unsure": "There is no hurry. Tell me what holds you back, or put the question another way.",
        "acknowledge": "Good. I'm still here: write whenever a question comes to you.",
        "rejoice": "Congratulations, that's lovely news! Take the time to enjoy it. I'm here for what comes next: ask, for "
        "instance, how to negotiate, or how to make the first weeks a success.",
        "complain": "Sorry, my answer didn't help. Tell me in one sentence what you are after: a figure, a method, an example? "
        "Put in other words, I often understand better.",
        "react": "I understand. Shall I go into one point (“what to do”, “an example”, “how long”), or would you rather talk about "
        "something else?",
        "keeps": "Nothing leaves this computer: I work offline. Questions and conversations stay here, where whoever can open your "
        "account can read them; “history” shows them, two settings stop keeping them, and `advisor data delete` deletes "
        "everything.",
        "errs": "I can be wrong. That is why every answer says how sure I am and where it comes from; “confidence” shows "
        "how often those words came true. When I miss, write “not that”.",
        "sums": "I don't do sums, and would rather not risk a wrong figure: a calculator will give you the result. I know the "
        "formulas of the trade: ask, for instance, “how is ROI calculated?”.",
        "whence": "Each answer says where it comes from: the article “Le community manager doit-il évoluer ?” and named "
        "references. Ask a question, then “what are your sources?”.",
        "say-tu": "All right: in French I will say “tu”.",
        "say-vous": "All right: in French I will say “vous”.",
        "luck": "Good luck! Whatever happens, come back and tell me how it went, and we'll prepare what comes next.",
        "whence_heading": "Where this comes from",
        "step": "Step",
        "violence": "What you describe is not acceptable, and you don't have to face it alone. In immediate danger, call "
        "112, 999 or 911. In the UK, 0808 2000 247 listens to victims of violence day and night; in the US, 1-800-799-7233; at "
        "work, a doctor, a union or human resources can help. For you, or for someone you love: Samaritans on 116 123, or 988.",
        "grief": "I'm so sorry: that is a hard thing to go through. Take the time it needs, with people close to you; "
        "if it gets too heavy, a doctor, or Samaritans on 116 123 in the UK and Ireland, 988 in the US and Canada, "
        "are there day and night.",
        "pleased": "Pleased to meet you! I'm only a program, but I know the community manager's job and career. "
        "What is your question?",
        "listening": "I hear you. Tell me what you'd like to know or decide, even in a few words: I know the community "
        "manager's job and career.",
        "with_you": "Whenever you like, I'm here to talk about the job, at your own pace.",
        "danger": "I am only a program, and what you are going through deserves a real person, right now. "
        "In the UK and Ireland, Samaritans answer day and night on 116 123; in the US and Canada, call or text 988; "
        "in France, 3114; in immediate danger, 112, 999 or 911. "
        "Tell someone close to you as well, even in one sentence. Work can wait; I'll be here to talk about it later.",
        "distress": "What you describe weighs a lot, and you don't have to carry it alone: talk to a doctor or to someone "
        "you trust. In the UK and Ireland, Samaritans listen day and night on 116 123; in the US and Canada, 988.",
        "strain": "That is a lot to carry. If it goes on, talk to a doctor or to someone you trust: nobody has to hold out "
        "at any cost.",
        "fear": "Being afraid is human, and part of what worries us can often be prepared for: ask me what would help. If the fear "
        "stays with you, someone you trust or a doctor can help more than I can.",
        "both": "Here are both, one after the other.",
        "several": "You are asking several questions; here is an answer to each.",
        "sources": "Source",
    },
}
