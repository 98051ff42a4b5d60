"""The cases that are explained by the studio itself, in French: (title, cause, hint)."""

CASES = {
    # Names
    "name_defined_later": (
        "`{name}` est utilisé avant d’avoir une valeur.",
        "Le nom `{name}` ne reçoit sa valeur qu’à la ligne {later}, mais la ligne {line} en a déjà besoin.",
        "Placez la ligne qui donne sa valeur à `{name}` au-dessus de celle qui l’utilise.",
    ),
    "name_in_function": (
        "`{name}` n’est connu qu’à l’intérieur d’une fonction.",
        "Le nom `{name}` est créé dans la fonction `{function}()`. Les noms créés dans une fonction ne sont pas "
        "connus en dehors.",
        "Faites renvoyer la valeur par la fonction avec `return {name}`, et gardez-la : `{name} = {function}(…)`.",
    ),
    "name_compared": (
        "`{name}` n’a jamais reçu de valeur.",
        "La ligne {other} contient `{text}`. Deux signes égal comparent ; ils ne donnent pas de valeur à `{name}`.",
        "Écrivez un seul signe égal pour donner une valeur : `{name} = {value}`.",
    ),
    "name_constant": (
        "Python ne connaît pas le nom `{name}`.",
        "En Python, ce mot commence par une majuscule : `{right}`.",
        "Écrivez `{right}` au lieu de `{name}`.",
    ),
    "name_unknown": (
        "Python ne connaît pas le nom `{name}`.",
        "Rien dans votre programme ne s’appelle `{name}`, et Python n’a rien de ce nom non plus.",
        "Si c’est un texte, mettez-le entre guillemets : `\"{name}\"`. Si c’est une variable, donnez-lui une valeur "
        "avant cette ligne, et écrivez-la partout de la même façon.",
    ),
    "name_similar": (
        "Python ne connaît pas le nom `{name}`.",
        "Rien ne s’appelle `{name}`, mais il existe `{similar}`, qui s’écrit presque pareil.",
        "Vouliez-vous dire `{similar}` ?",
    ),
    "name_case": (
        "Python ne connaît pas le nom `{name}`.",
        "Il existe `{similar}`. Les majuscules et les minuscules comptent.",
        "Écrivez `{similar}` au lieu de `{name}`.",
    ),
    "name_module": (
        "Python ne connaît pas le nom `{name}`.",
        "`{name}` est un module de Python qu’il faut importer avant de l’utiliser.",
        "Écrivez `import {name}` en haut de votre programme.",
    ),
    # Text and numbers
    "text_plus_number": (
        "Un texte et un nombre ne peuvent pas être réunis avec `+`.",
        "D’un côté du `+` il y a le texte {text}, de l’autre le nombre {number}. Python ne devine pas s’il faut "
        "calculer ou mettre bout à bout.",
        "Changez le nombre en texte avec `str({number_code})`, ou utilisez une f-string : `f\"… {{{number_code}}}\"`.",
    ),
    "digits_plus_number": (
        "Un texte et un nombre ne vont pas ensemble avec `+`.",
        "{text} est un texte, même s’il ressemble à un nombre : il a été écrit entre guillemets ou lu quelque part. "
        "De l’autre côté du `+`, il y a le nombre {number}.",
        "Pour calculer, changez le texte en nombre : `int({text_code})`. Pour les mettre bout à bout, changez le "
        "nombre en texte : `str({number_code})`.",
    ),
    "input_is_text": (
        "Un texte ne peut pas servir de nombre.",
        "`{name}` vient de `input()`, et `input()` donne toujours un texte, même si l’on tape des chiffres : {value}.",
        "Changez-le en nombre dès la lecture : `{name} = int(input(…))`, ou `float(input(…))` pour les décimaux.",
    ),
    "text_arithmetic": (
        "Les textes ne vont pas avec `{operator}`.",
        "L’opérateur `{operator}` calcule, et {value} est un texte, pas un nombre.",
        "Si le texte contient un nombre, changez-le d’abord avec `int(…)` ou `float(…)`.",
    ),
    "text_compared": (
        "Un texte et un nombre ne peuvent pas être comparés avec `{operator}`.",
        "{value} est un texte, et `{operator}` a besoin de deux valeurs de même type. Un texte n’est pas un nombre, "
        "même s’il est fait de chiffres.",
        "Si le texte contient un nombre, changez-le avec `int(…)` ou `float(…)` avant de comparer.",
    ),
    "needs_number": (
        "`{function}()` a besoin d’un nombre.",
        "Elle a reçu {value}, de type `{type}`.",
        "Donnez-lui un nombre. Un texte fait de chiffres en devient un avec `int(…)` ou `float(…)`.",
    ),
    "int_of_text": (
        "Ce texte ne peut pas devenir un nombre entier.",
        "`int()` ne comprend que les textes faits de chiffres, avec un signe devant s’il le faut. {value} n’en est "
        "pas un.",
        "Regardez ce que contient vraiment le texte, par exemple avec `print(repr(…))`, avant de le donner à `int()`.",
    ),
    "int_of_decimal": (
        "Ce texte ne peut pas devenir un nombre entier.",
        "{value} est un nombre décimal, et `int()` n’accepte que des nombres entiers dans un texte.",
        "Utilisez `float(…)` pour les décimaux ; `int(float(…))` coupe ce qui suit le point.",
    ),
    "int_of_empty": (
        "Un texte vide ne peut pas devenir un nombre.",
        "`{function}()` a reçu un texte qui ne contient rien. Cela arrive si l’on appuie sur Entrée sans rien taper.",
        "Vérifiez que le texte n’est pas vide avant de le changer en nombre.",
    ),
    "float_of_comma": (
        "Ce texte ne peut pas devenir un nombre.",
        "Dans {value}, il y a une virgule là où Python veut un point : les décimaux s’écrivent `3.5`.",
        "Tapez un point, ou changez la virgule : `float(text.replace(\",\", \".\"))`.",
    ),
    "float_of_text": (
        "Ce texte ne peut pas devenir un nombre.",
        "`float()` comprend les nombres comme `3.5`. {value} n’en est pas un.",
        "Regardez ce que contient vraiment le texte, par exemple avec `print(repr(…))`.",
    ),
    "no_length": (
        "Seul ce qui a des éléments a une longueur.",
        "`len()` compte des éléments ou des lettres. {value} est de type `{type}`, qui n’en a pas.",
        "Donnez à `len()` une liste ou un texte. Pour le nombre de chiffres d’un nombre : `len(str(…))`.",
    ),
    "number_iterated": (
        "On ne peut pas parcourir un nombre élément par élément.",
        "{value} est un seul nombre. Une boucle `for` a besoin de quelque chose qui a des éléments : une liste, un "
        "texte, un `range`.",
        "Pour compter, écrivez `range({code})`.",
    ),
    "float_range": (
        "`range()` a besoin de nombres entiers.",
        "{value} est un nombre décimal. La division `/` en donne toujours un, même quand elle tombe juste.",
        "Divisez avec `//`, ou utilisez `int(…)`.",
    ),
    # Positions and keys
    "index_is_length": (
        "La position est une de trop.",
        "La longueur de `{owner}` est {length}. On compte à partir de 0 : la dernière position est {last}, et {index} "
        "est juste après la fin.",
        "Utilisez les positions de 0 à `len({owner}) - 1` ; `range(len({owner}))` donne exactement celles-là. Le "
        "dernier élément est `{owner}[-1]`.",
    ),
    "index_too_large": (
        "Il n’y a pas d’élément à cette position.",
        "La longueur de `{owner}` est {length}, ses positions vont donc de 0 à {last}. La position {index} n’en fait "
        "pas partie.",
        "Cherchez d’où vient la position, et comparez-la avec `len({owner})`.",
    ),
    "index_negative": (
        "Il n’y a pas d’élément à cette position.",
        "Les positions négatives comptent à partir de la fin. La longueur de `{owner}` est {length} : la plus basse "
        "est -{length}, et {index} est en dessous.",
        "Cherchez d’où vient la position.",
    ),
    "index_of_empty": (
        "`{owner}` est vide.",
        "`{owner}` n’a aucun élément, il n’y a donc rien à la position {index}.",
        "Pour ajouter un élément, utilisez `append(…)`. Sinon, vérifiez avec `if {owner}:` qu’il contient quelque "
        "chose.",
    ),
    "pop_of_empty": (
        "Il ne reste rien à enlever.",
        "`pop()` enlève un élément d’une liste, et cette liste est déjà vide.",
        "Vérifiez avec `if {owner}:` qu’elle contient encore quelque chose.",
    ),
    "choice_of_empty": (
        "On ne peut rien choisir dans une liste vide.",
        "`random.choice()` prend un élément d’une liste, et cette liste est vide.",
        "Vérifiez d’abord qu’elle contient quelque chose.",
    ),
    "key_missing": (
        "Le dictionnaire n’a pas de clé {key}.",
        "`{owner}` a ces clés : {keys}. {key} n’en fait pas partie.",
        "Vérifiez l’orthographe, les majuscules et les espaces. `{owner}.get({code})` donne `None` au lieu d’une "
        "erreur.",
    ),
    "key_similar": (
        "Le dictionnaire n’a pas de clé {key}.",
        "`{owner}` n’a pas de clé {key}, mais il a {similar}.",
        "Vouliez-vous dire {similar} ?",
    ),
    "key_of_empty": (
        "Le dictionnaire n’a pas de clé {key}.",
        "`{owner}` est vide : rien n’y a encore été mis.",
        "Mettez-y d’abord quelque chose : `{owner}[{code}] = …`.",
    ),
    # None
    "forgotten_return": (
        "`{function}()` ne renvoie rien.",
        "`{code}` appelle votre fonction `{function}()` (ligne {where}). Elle n’a pas de `return`, il en sort donc "
        "`None`, et `None` ne peut pas servir ici.",
        "Ajoutez à la fonction une ligne qui renvoie le résultat : `return …`.",
    ),
    "print_instead_of_return": (
        "`{function}()` ne renvoie rien.",
        "Votre fonction `{function}()` (ligne {where}) affiche son résultat avec `print()`, mais ne le renvoie pas. "
        "Ce qui sort de `{code}` est `None`.",
        "Utilisez `return` au lieu de `print` dans la fonction, et affichez là où vous l’appelez.",
    ),
    "return_on_some_paths": (
        "`{function}()` n’a rien renvoyé cette fois.",
        "Votre fonction `{function}()` (ligne {where}) a un `return`, mais cet appel est arrivé à sa fin sans en "
        "rencontrer un. Il en sort alors `None`.",
        "Faites en sorte que chaque chemin dans la fonction se termine par `return`.",
    ),
    "changes_itself": (
        "`{method}()` ne renvoie rien.",
        "`{code}` change l’objet lui-même (`{type}`) et renvoie `None`. Avec `=`, c’est ce `None` qui a été gardé à "
        "sa place.",
        "Appelez `{owner}.{method}(…)` sur une ligne à part, sans `=`.",
    ),
    "print_gives_none": (
        "`print()` ne renvoie rien.",
        "`print()` affiche un texte et renvoie `None`, et `None` ne peut pas servir ici.",
        "Mettez tout ce qui doit être affiché entre les parenthèses de `print(…)`.",
    ),
    "none_used": (
        "Il y a `None` là où il faut une valeur.",
        "`{code}` vaut `None`, c’est-à-dire « rien ». Cela ne peut pas servir ici.",
        "Cherchez où `{code}` reçoit sa valeur, et pourquoi c’est `None`.",
    ),
    # Calls
    "not_callable": (
        "Ceci ne peut pas être appelé comme une fonction.",
        "Les parenthèses après `{code}` signifient un appel, mais `{code}` vaut {value}, de type `{type}`, et n’est "
        "pas une fonction.",
        "Pour multiplier, écrivez `*` entre les deux. Pour prendre un élément, utilisez des crochets.",
    ),
    "list_called": (
        "On prend un élément avec des crochets.",
        "`{code}` est de type `{type}`. Les parenthèses signifient un appel, ce que ce type ne comprend pas.",
        "Écrivez `{code}[…]` au lieu de `{code}(…)`.",
    ),
    "hidden_builtin": (
        "`{name}` n’est plus la fonction de Python.",
        "La ligne {where} utilise le nom `{name}` pour une valeur à vous. Depuis, `{name}(…)` n’atteint plus la "
        "fonction `{name}()` de Python.",
        "Donnez un autre nom à votre variable, par exemple `my_{name}`.",
    ),
    "call_forgotten": (
        "Une fonction est utilisée sans être appelée.",
        "`{code}` est la fonction elle-même, pas son résultat : il manque les parenthèses.",
        "Écrivez des parenthèses après : `{code}()`.",
    ),
    "arguments_missing": (
        "`{function}()` est appelée avec trop peu de valeurs.",
        "La ligne {where} dit ce qu’il lui faut : `{signature}`. Il manque : {missing}.",
        "Mettez les valeurs manquantes entre les parenthèses de l’appel, dans cet ordre.",
    ),
    "arguments_too_many": (
        "`{function}()` est appelée avec trop de valeurs.",
        "La ligne {where} dit ce qu’elle accepte : `{signature}`. L’appel en donne {given}.",
        "Retirez de l’appel les valeurs en trop, ou ajoutez des paramètres à la fonction.",
    ),
    "self_forgotten": (
        "Il manque à la méthode `{function}()` son premier paramètre.",
        "Une méthode reçoit toujours l’objet auquel elle appartient. La ligne {where} dit `{signature}`, sans place "
        "pour lui.",
        "Écrivez `self` comme premier paramètre de la méthode.",
    ),
    "unhashable": (
        "Un objet `{type}` ne peut pas servir de clé.",
        "Les clés d’un dictionnaire et les éléments d’un ensemble ne doivent jamais changer, et un `{type}` le peut.",
        "Utilisez plutôt un tuple ou un texte.",
    ),
    # Attributes
    "dictionary_attribute": (
        "On n’atteint pas les clés d’un dictionnaire avec un point.",
        "`{owner}` est un dictionnaire, et `{key}` est l’une de ses clés.",
        "Écrivez `{owner}[{key}]`.",
    ),
    "own_file_hides_module": (
        "Votre propre fichier cache un module de Python.",
        "`import {name}` a trouvé le fichier `{file}` dans le dossier de votre programme, et non le module `{name}` "
        "de Python.",
        "Donnez un autre nom à votre fichier.",
    ),
    # Others
    "divided_by_zero": (
        "Une division par zéro a eu lieu.",
        "`{code}` vaut 0 ici, et diviser par 0 n’a pas de résultat.",
        "Cherchez pourquoi `{code}` vaut 0, ou vérifiez d’abord : `if {code} != 0:`.",
    ),
    "no_more_input": (
        "",
        "`input()` attendait une ligne, mais la saisie était arrivée à sa fin.",
        "Le programme appelle-t-il `input()` plus souvent qu’on ne tape de lignes ? Dans une boucle, vérifiez quand "
        "s’arrêter.",
    ),
    "file_missing": (
        "Le fichier {file} est introuvable.",
        "Le programme l’a cherché dans son propre dossier, et il n’y a pas de fichier de ce nom.",
        "Vérifiez l’orthographe et la fin du nom. Pour créer un nouveau fichier, ouvrez-le avec `\"w\"`.",
    ),
    "file_similar": (
        "Le fichier {file} est introuvable.",
        "Il n’y a pas de fichier de ce nom, mais il y a {similar}.",
        "Vouliez-vous dire {similar} ?",
    ),
    "assertion": (
        "",
        "Le programme affirme `{code}`, et ce n’est pas vrai ici.",
        "Regardez les valeurs ci-dessous : laquelle n’est pas celle que vous attendiez ?",
    ),
    "math_domain": (
        "Ce calcul n’a pas de résultat.",
        "La fonction a reçu une valeur pour laquelle elle n’est pas définie, comme la racine d’un nombre négatif.",
        "Vérifiez la valeur avant l’appel.",
    ),
    "own_exception": (
        "",
        "La ligne lance elle-même cette erreur avec `raise` ; rien d’autre dans le programme ne l’a interceptée.",
        "Traitez-la avec `try` et `except`, ou cherchez pourquoi cette ligne est atteinte.",
    ),
    "recursion_no_end": (
        "`{function}()` s’appelle sans fin.",
        "`{function}()` s’est appelée elle-même jusqu’à ce que Python l’arrête, après environ {count} appels. Elle "
        "n’a aucun cas où elle ne s’appelle pas de nouveau.",
        "Ajoutez un cas d’arrêt avant l’appel, par exemple `if {parameter} == 0: return …`.",
    ),
    "recursion_same": (
        "`{function}()` s’appelle sans fin.",
        "`{function}()` s’est appelée elle-même jusqu’à ce que Python l’arrête, après environ {count} appels, chaque "
        "fois avec la même valeur : {values}.",
        "Appelez-la chaque fois avec une valeur plus petite, pour qu’elle atteigne sa fin.",
    ),
    "recursion_missed": (
        "`{function}()` s’appelle sans fin.",
        "`{function}()` s’est appelée elle-même jusqu’à ce que Python l’arrête, après environ {count} appels. Elle a "
        "un cas d’arrêt, mais il n’a jamais été atteint ; au dernier appel : {values}.",
        "Vérifiez la condition d’arrêt, et si chaque appel s’en rapproche.",
    ),
    "recursion_several": (
        "Des fonctions s’appellent l’une l’autre sans fin.",
        "Ces fonctions se sont appelées l’une l’autre jusqu’à ce que Python les arrête, après environ {count} appels "
        ": {names}.",
        "L’une d’elles doit se terminer sans appeler l’autre.",
    ),
    # A program that was stopped
    "stopped": (
        "Le programme a été arrêté à la ligne {line}.",
        "Il était occupé par `{code}`.",
        "",
    ),
    "loop_true": (
        "La boucle de la ligne {line} ne s’arrête pas d’elle-même.",
        "Sa condition est toujours vraie, et elle ne contient pas de `break` qui soit atteint.",
        "Mettez dans la boucle une condition avec `break`, ou après `while` une condition qui devient fausse.",
    ),
    "loop_break_missed": (
        "La boucle de la ligne {line} tournait encore.",
        "Sa condition est toujours vraie, et son `break` n’a pas été atteint avant que vous l’arrêtiez.",
        "Regardez les valeurs ci-dessous : quand la condition du `break` deviendrait-elle vraie ?",
    ),
    "loop_unchanged": (
        "La boucle de la ligne {line} ne s’arrête pas d’elle-même.",
        "Elle continue tant que `{code}`. Rien dans la boucle ne change {names}, la condition reste donc vraie pour "
        "toujours.",
        "Changez {names} dans la boucle, par exemple avec `{first} += 1` ou `{first} -= 1`.",
    ),
    "loop_changed": (
        "La boucle de la ligne {line} tournait encore.",
        "Elle continue tant que `{code}`, et c’était encore vrai quand vous l’avez arrêtée.",
        "Regardez les valeurs ci-dessous : chaque tour les rapproche-t-il de la fin ?",
    ),
    "loop_for": (
        "La boucle de la ligne {line} tournait encore.",
        "Elle parcourt `{code}`.",
        "A-t-elle plus de tours que prévu, ou un tour dure-t-il longtemps ?",
    ),
    # A program that ended without a word
    "never_called": (
        "Rien n’a été affiché : `{function}()` n’est jamais appelée.",
        "Votre programme définit `{function}()` à la ligne {line}, mais aucune ligne ne l’appelle. Un `def` ne fait "
        "que garder la fonction pour plus tard.",
        "Ajoutez à la fin une ligne sans indentation : `{call}`.",
    ),
    "never_called_several": (
        "Rien n’a été affiché : vos fonctions ne sont jamais appelées.",
        "Votre programme définit {names}, mais aucune ligne ne les appelle. Un `def` ne fait que garder une fonction "
        "pour plus tard.",
        "Ajoutez à la fin une ligne sans indentation qui en appelle une : `{call}`.",
    ),
    # Text that can't be read
    "equals_in_condition": (
        "Une condition compare avec deux signes égal.",
        "Un seul `=` donne une valeur à un nom. Pour demander si deux choses sont égales, Python veut `==`.",
        "Écrivez `==` au lieu de `=` sur cette ligne.",
    ),
    "colon_missing": (
        "Il manque deux points.",
        "Une ligne qui commence par `{word}` se termine par deux points.",
        "Mettez `:` à la fin de la ligne.",
    ),
    "bracket_open": (
        "Une parenthèse ou un crochet est ouvert et jamais fermé.",
        "Le signe `{bracket}` de la ligne {line} n’a pas de `{closing}` qui lui corresponde.",
        "Mettez `{closing}` là où il se termine.",
    ),
    "bracket_extra": (
        "Une parenthèse ou un crochet est fermé sans avoir été ouvert.",
        "Il n’y a pas de signe ouvrant avant ce `{bracket}`.",
        "Retirez-le, ou ajoutez le signe ouvrant.",
    ),
    "quote_missing": (
        "Un texte n’a pas de fin.",
        "Un texte commence par un guillemet et se termine par le même guillemet sur la même ligne. Ici, le second "
        "manque.",
        "Mettez le guillemet là où le texte se termine. Si le texte contient lui-même ce signe, entourez-le de "
        "l’autre sorte : `\"l'été\"`.",
    ),
    "triple_quote_missing": (
        "Un texte sur plusieurs lignes n’a pas de fin.",
        "Il commence par trois guillemets à la ligne {line}, et les trois guillemets de la fin manquent.",
        "Mettez les trois guillemets là où le texte se termine.",
    ),
    "print_brackets": (
        "`print` a besoin de parenthèses.",
        "`print` est une fonction : ce qui doit être affiché se met entre parenthèses.",
        "Écrivez `{code}`.",
    ),
    "plus_plus": (
        "Python n’a pas de `{operator}`.",
        "Dans d’autres langages, `{operator}` change un nombre de un. En Python, on l’écrit en entier.",
        "Écrivez `{name} {sign}= 1`.",
    ),
    "word_operator": (
        "Python écrit `{wrong}` avec un mot.",
        "`{wrong}` vient d’autres langages. En Python, c’est `{right}`.",
        "Écrivez `{right}` au lieu de `{wrong}`.",
    ),
    "not_equal": (
        "Python écrit « différent de » avec `!=`.",
        "`<>` vient d’autres langages.",
        "Écrivez `!=` au lieu de `<>`.",
    ),
    "leading_zero": (
        "Un nombre entier ne peut pas commencer par 0.",
        "Python n’accepte pas de zéros devant un nombre, comme dans `05`.",
        "Enlevez les zéros. S’ils comptent, comme dans un numéro de téléphone, faites-en un texte : `\"05\"`.",
    ),
    "condition_missing": (
        "Il manque la condition.",
        "Après `{word}` vient ce qui doit être vérifié, puis deux points.",
        "Écrivez une condition après `{word}`, ou utilisez `else:` s’il n’y en a pas.",
    ),
    "block_missing": (
        "Il manque des lignes indentées.",
        "La ligne {before} se termine par deux points : ce qui lui appartient doit se trouver en dessous, indenté. La "
        "ligne {line} ne l’est pas.",
        "Indentez la ligne {line} de quatre espaces.",
    ),
    "indent_too_deep": (
        "Une ligne est trop indentée.",
        "La ligne {line} est plus indentée que celle du dessus, bien que celle-ci ne se termine pas par deux points.",
        "Commencez-la à la même colonne que la ligne au-dessus.",
    ),
    "indent_no_match": (
        "L’indentation d’une ligne ne correspond à aucun bloc.",
        "La ligne {line} commence à une colonne où aucune ligne au-dessus ne commence : Python ne peut pas savoir à "
        "quoi elle appartient.",
        "Commencez-la exactement sous la première ligne de son bloc.",
    ),
    "tabs_and_spaces": (
        "",
        "La ligne {line} est indentée avec des tabulations et une autre avec des espaces. Cela peut se ressembler, "
        "mais ce n’est pas la même chose.",
        "Utilisez partout quatre espaces par niveau d’indentation.",
    ),
    "keyword_as_name": (
        "`{name}` ne peut pas servir de nom.",
        "`{name}` est un mot du langage Python et a un sens fixe.",
        "Choisissez un autre nom, par exemple `my_{name}` ou `{name}_`.",
    ),
}
