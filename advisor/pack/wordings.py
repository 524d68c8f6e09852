"""Every finding in both languages: what is wrong, and what to do about it; knows no rule that it falls under.

A wording goes by a name; what stands in braces is put in when it is told. French is written with plain apostrophes and
spaces, which are set when it is told. What is put in may be a phrase, whose words are in `advisor.pack.phrases`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from advisor.model import Language

Wording = Mapping[Language, tuple[str, str]]

_READING: Mapping[str, Wording] = {
    "file_unreadable": {
        "fr": ("le fichier ne peut pas être lu : {reason}", ""),
        "en": ("the file can't be read: {reason}", ""),
    },
    "file_gone": {"fr": ("le fichier ne peut pas être lu", ""), "en": ("the file can't be read", "")},
    "directory_unreadable": {
        "fr": ("le dossier ne peut pas être lu : {reason}", ""),
        "en": ("the directory can't be read: {reason}", ""),
    },
    "no_file": {
        "fr": ("ce n'est pas un fichier qui se lit", "ne laissez ici que des fichiers de texte"),
        "en": ("not a file that can be read", "keep only text files here"),
    },
    "link_to_directory": {
        "fr": ("un lien vers un dossier", "copiez les fichiers"),
        "en": ("a link to a directory", "copy the files"),
    },
    "link_out": {
        "fr": ("un lien qui sort du dossier de connaissances, vers {target}", "copiez le fichier"),
        "en": ("a link out of the pack, to {target}", "copy the file"),
    },
    "file_too_large": {
        "fr": ("le fichier fait {size:,} octets ; la limite est de {most:,}", "partagez-le en plusieurs"),
        "en": ("the file has {size:,} bytes; the limit is {most:,}", "split it"),
    },
    "file_grown": {
        "fr": ("le fichier fait plus de {most:,} octets", "partagez-le en plusieurs"),
        "en": ("the file has more than {most:,} bytes", "split it"),
    },
    "no_yaml": {
        "fr": ("pas de fichier YAML ici", "un dossier de connaissances a au moins un fichier `.yaml`"),
        "en": ("no YAML file here", "a pack holds at least one `.yaml` file"),
    },
    "encoding": {
        "fr": ("le fichier est en {encoding}", "enregistrez-le en UTF-8"),
        "en": ("the file is in {encoding}", "save it as UTF-8"),
    },
    "not_utf8": {
        "fr": ("l'octet 0x{byte} n'est pas de l'UTF-8", "enregistrez le fichier en UTF-8"),
        "en": ("byte 0x{byte} isn't UTF-8", "save the file as UTF-8"),
    },
    "no_character": {
        "fr": ("le caractère U+{character} n'a rien à faire dans un texte", "effacez-le"),
        "en": ("the character U+{character} has no place in a text", "delete it"),
    },
    "no_escape": {
        "fr": ("une séquence d'échappement vaut le caractère U+{character}, qu'aucun texte n'admet", "effacez-la"),
        "en": ("an escape stands for the character U+{character}, which no text holds", "delete it"),
    },
    "file_empty": {
        "fr": ("le fichier est vide", "écrivez-y une entrée ou effacez-le"),
        "en": ("the file holds nothing", "write an entry or delete the file"),
    },
    "yaml_broken": {"fr": ("le YAML est mal formé : {problem}", ""), "en": ("the YAML is broken: {problem}", "")},
    "yaml_broken_here": {
        "fr": ("le YAML est mal formé ici : {problem}", "{mend}"),
        "en": ("the YAML is broken here: {problem}", "{mend}"),
    },
    "yaml_broken_since": {
        "fr": ("le YAML est mal formé ici : {problem}, dans ce qui commence à la ligne {line}", "{mend}"),
        "en": ("the YAML is broken here: {problem}, in what begins on line {line}", "{mend}"),
    },
    "tab": {
        "fr": ("une tabulation là où YAML veut des espaces", "mettez des espaces en retrait"),
        "en": ("a tab stands where YAML wants spaces", "indent with spaces"),
    },
    "too_many_values": {
        "fr": (
            "plus de {nodes:,} valeurs ou de {characters:,} caractères, chaque alias comptant à chaque emploi",
            "partagez le fichier, ou écrivez moins d'alias",
        ),
        "en": (
            "more than {nodes:,} values or {characters:,} characters, aliases counted at each use",
            "split the file, or write fewer aliases",
        ),
    },
    "key_again": {
        "fr": ("la clé {key} revient ici (elle est déjà à la ligne {line})", "gardez-en une"),
        "en": ("the key {key} stands here again (first on line {line})", "keep one of them"),
    },
    "merge_key": {
        "fr": ("la clé de fusion `<<` n'est pas admise", "écrivez les clés elles-mêmes"),
        "en": ("the merge key `<<` isn't supported", "write the keys out"),
    },
    "second_document": {
        "fr": ("un deuxième document commence ici", "mettez-le dans un fichier à lui"),
        "en": ("a second document begins here", "put it into a file of its own"),
    },
    "tag": {
        "fr": ("l'étiquette {tag} n'est pas admise", "effacez-la"),
        "en": ("the tag {tag} isn't supported", "delete it"),
    },
    "too_deep": {"fr": ("plus de {levels} niveaux imbriqués", ""), "en": ("nested deeper than {levels} levels", "")},
    "no_anchor": {
        "fr": ("aucune ancre ne précède l'alias {alias}", "écrivez la valeur en entier"),
        "en": ("the alias {alias} has no anchor before it", "write the value out"),
    },
    "key_is_no_text": {
        "fr": ("une liste ou des paires ne peuvent pas servir de clé", "donnez la clé comme un texte"),
        "en": ("a list or a mapping can't be a key", "give the key as text"),
    },
    "key_empty": {"fr": ("une clé est vide", "donnez-lui un nom"), "en": ("a key is empty", "name it")},
    "key_bare": {
        "fr": ("YAML ne lit pas la clé {key} comme un texte", 'mettez-la entre guillemets : "{bare}"'),
        "en": ("YAML doesn't read the key {key} as text", 'quote it: "{bare}"'),
    },
}
_SHAPE: Mapping[str, Wording] = {
    "nothing_here": {
        "fr": ("il n'y a rien ici ; il faut {wanted}", ""),
        "en": ("nothing stands here; {wanted} is needed", ""),
    },
    "something_else_here": {
        "fr": ("il y a ici {found} ; il faut {wanted}", ""),
        "en": ("{found} stands here; {wanted} is needed", ""),
    },
    "text_bare": {
        "fr": ("YAML lit {text} comme {type}, et non comme un texte", 'mettez des guillemets : "{bare}"'),
        "en": ("YAML reads {text} as {type}, not as text", 'quote it: "{bare}"'),
    },
    "text_empty": {
        "fr": ("le texte est vide", "écrivez-le, ou enlevez la clé"),
        "en": ("the text is empty", "write it, or leave the key out"),
    },
    "list_empty": {
        "fr": ("la liste est vide", "écrivez-y quelque chose, ou enlevez la clé"),
        "en": ("the list is empty", "write an item, or leave the key out"),
    },
    "no_language": {"fr": ("aucune langue n'est donnée ici", "{mend}"), "en": ("no language stands here", "{mend}")},
    "foreign_language": {
        "fr": ("{name} n'est pas une langue dans laquelle s'écrivent les connaissances", "{mend}"),
        "en": ("{name} isn't a language that packs are written in", "{mend}"),
    },
    "no_language_code": {
        "fr": ("{name} n'est pas un code de langue", "{mend}"),
        "en": ("{name} isn't a language code", "{mend}"),
    },
    "braces_in_follow_up": {
        "fr": ("une question de suite a les mots de la personne, donc sans accolades", "écrivez une seule forme"),
        "en": ("a follow-up is in the person's own words, which hold no braces", "write one form"),
    },
    "braces": {
        "fr": ("{fault}", "écrivez `{{avec vous|avec tu}}`, ou mettez-le entre accents graves, comme du code"),
        "en": ("{fault}", "write `{{vous form|tu form}}`, or put it into a code span"),
    },
    "other_form": {"fr": ("{text} n'est pas {wanted}", ""), "en": ("{text} isn't {wanted}", "")},
    "unknown_here": {"fr": ("{text} n'est pas connu ici", "{mend}"), "en": ("{text} isn't known here", "{mend}")},
    "unknown_key": {"fr": ("{entry} n'a pas de clé {key}", "{mend}"), "en": ("the {entry} has no key {key}", "{mend}")},
    "missing_keys": {
        "fr": ("il manque dans {entry} : {missing}", "{mend}"),
        "en": ("the {entry} lacks {missing}", "{mend}"),
    },
    "template": {
        "fr": ("le modèle ne donne rien : {fault}", ""),
        "en": ("the template can't be expanded: {fault}", ""),
    },
}
_BETWEEN: Mapping[str, Wording] = {
    "id_twice": {
        "fr": (
            "{entry} {id} existe en double (voir {first})",
            "changez un des deux noms, ou effacez une des entrées",
        ),
        "en": ("the {entry} {id} stands twice (first at {first})", "rename or delete one of them"),
    },
    "id_of_another_kind": {
        "fr": ("{id} est une entrée d'une autre sorte dans des connaissances du dessous ({below})", "changez ce nom"),
        "en": ("{id} is another kind of entry in a pack below ({below})", "rename it"),
    },
    "id_of_another_step": {
        "fr": ("l'étape {id} a l'id d'une autre étape ou d'un parcours (voir {other})", "changez un des deux noms"),
        "en": ("the step {id} has the id of another step or path (at {other})", "rename one of them"),
    },
    "id_of_two_formerly": {
        "fr": (
            "{id} ne peut pas être un ancien id de {step} : une autre étape le porte ou l'a porté",
            "chaque ancien id mène à une seule étape",
        ),
        "en": (
            "{id} can't be a former id of {step}: another step has or had it",
            "each former id leads to one step",
        ),
    },
    "nothing_to_add_to": {
        "fr": ("des questions s'ajoutent à {id}, mais il n'y a pas de tel id ({entry})", "{mend}"),
        "en": ("questions are added to {id}, but no such {entry} exists", "{mend}"),
    },
    "no_such": {"fr": ("{entry} {id} n'existe pas", "{mend}"), "en": ("no {entry} {id} exists", "{mend}")},
    "circle": {
        "fr": ("chacun a besoin du suivant, en rond : {circle}", "effacez un de ces besoins"),
        "en": ("these need each other: {circle}", "delete one of the needs"),
    },
}
_QUESTIONS: Mapping[str, Wording] = {
    "question_twice": {
        "fr": (
            "{question}, posée ici sous {owner}, l'est aussi sous {its_owner} (voir {place})",
            "gardez-la où la réponse convient le mieux",
        ),
        "en": (
            "{question} is a question of {owner} here and of {its_owner} at {place}",
            "keep it where it is answered best",
        ),
    },
    "question_near": {
        "fr": ("{question}, sous {owner}, est presque {other}, sous {its_owner} (voir {place})", "distinguez-les"),
        "en": ("{question} of {owner} is nearly {other} of {its_owner} at {place}", "make them differ"),
    },
    "question_near_own": {
        "fr": ("{question}, sous {owner}, est presque {other} (voir {place})", "l'une des deux n'apprend guère"),
        "en": ("{question} of {owner} is nearly {other} at {place}", "one of them teaches little"),
    },
    "question_closer": {
        "fr": (
            "{question}, sous {owner}, est plus proche de {other}, sous {its_owner} (voir {place}), "
            "que chacune ne l'est des autres questions rangées avec elle",
            "distinguez-les, ou écrivez-en de semblables des deux côtés",
        ),
        "en": (
            "{question} of {owner} is closer to {other} of {its_owner} at {place} than either is to a question of its own",
            "make them differ, or write more such questions for both",
        ),
    },
    "no_question": {
        "fr": ("{id} n'a aucune question en {language}", "écrivez-en, telles que les gens les tapent"),
        "en": ("{id} has no question in {language}", "write some as people would type them"),
    },
    "one_question": {
        "fr": ("{id} n'a qu'une question en {language}", "écrivez-en, telles que les gens les tapent"),
        "en": ("{id} has only 1 question in {language}", "write some as people would type them"),
    },
    "few_questions": {
        "fr": ("{id} n'a que {count} questions en {language}", "écrivez-en, telles que les gens les tapent"),
        "en": ("{id} has only {count} questions in {language}", "write some as people would type them"),
    },
}
_ADVICE: Mapping[str, Wording] = {
    "silent": {
        "fr": (
            "{id} ne dit rien en {language} pour {parts}",
            "écrivez-le, puisque le reste du dossier parle cette langue",
        ),
        "en": (
            "{id} says nothing in {language} for {parts}",
            "write it, as the rest of the pack speaks that language",
        ),
    },
    "claim_uncarried": {
        "fr": ("aucune réponse ne porte l'affirmation {id}", "nommez-la dans un sujet"),
        "en": ("no answer carries the claim {id}", "name it in a topic"),
    },
    "source_unused": {
        "fr": ("rien ne s'appuie sur la source {id}", "nommez-la, ou effacez-la"),
        "en": ("nothing rests on the source {id}", "name it, or delete it"),
    },
    "unsuited": {
        "fr": ("aucun parcours ne convient pour {entry} {id}", "dites dans un parcours en quoi, ou effacez l'entrée"),
        "en": ("no path suits the {entry} {id}", "say in a path why it does, or delete it"),
    },
}
WORDINGS: Mapping[str, Wording] = MappingProxyType({**_READING, **_SHAPE, **_BETWEEN, **_QUESTIONS, **_ADVICE})
"""Name of a finding's wording to language to what is wrong and what to do."""
