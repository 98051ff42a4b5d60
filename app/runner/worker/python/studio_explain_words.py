"""What is said of an exception by its type, when no case and no library knows more. In each language, English first."""

LANGUAGES = ("en", "fr")

# What happened, by the type of the exception; {message} is Python's own.
TITLES = {
    "ArithmeticError": ("A calculation is not possible.", "Un calcul est impossible."),
    "AssertionError": ("An `assert` was not fulfilled.", "Une condition `assert` n’est pas remplie."),
    "AttributeError": (
        "This value does not have what was asked of it.",
        "Cette valeur n’a pas ce qui lui est demandé.",
    ),
    "EOFError": (
        "The program asked for input, and there was none left.",
        "Le programme attendait une saisie, mais il n’y en a plus.",
    ),
    "FileNotFoundError": ("A file was not found.", "Un fichier est introuvable."),
    "ImportError": ("Something could not be imported.", "Un import a échoué."),
    "IndentationError": ("The indentation of a line is not right.", "L’indentation d’une ligne n’est pas correcte."),
    "IndexError": ("There is no element at this position.", "Il n’y a pas d’élément à cette position."),
    "KeyError": ("The dictionary has no such key.", "Le dictionnaire n’a pas cette clé."),
    "KeyboardInterrupt": ("The program was stopped.", "Le programme a été arrêté."),
    "MemoryError": ("The program needed too much memory.", "Le programme a eu besoin de trop de mémoire."),
    "ModuleNotFoundError": ("A module was not found.", "Un module est introuvable."),
    "NameError": ("Python does not know this name.", "Python ne connaît pas ce nom."),
    "OSError": (
        "Something with a file or the system went wrong.",
        "Une opération sur un fichier ou le système a échoué.",
    ),
    "OverflowError": ("A number became too large.", "Un nombre est devenu trop grand."),
    "PermissionError": ("The program may not do this.", "Le programme n’a pas le droit de faire cela."),
    "RecursionError": (
        "A function called itself too many times.",
        "Une fonction s’est appelée elle-même trop de fois.",
    ),
    "RuntimeError": ("Something went wrong while the program ran.", "Un problème est survenu pendant l’exécution."),
    "StopIteration": ("There was no next element.", "Il n’y avait pas d’élément suivant."),
    "SyntaxError": ("Python can’t read this line.", "Python ne peut pas lire cette ligne."),
    "TabError": (
        "Tabs and spaces are mixed in the indentation.",
        "Des tabulations et des espaces sont mélangés dans l’indentation.",
    ),
    "TypeError": (
        "Something is used with a kind of value that does not fit.",
        "Une valeur n’est pas du type qui convient ici.",
    ),
    "UnboundLocalError": (
        "A variable is used before it has a value.",
        "Une variable est utilisée avant d’avoir une valeur.",
    ),
    "UnicodeDecodeError": ("A text could not be read.", "Un texte n’a pas pu être lu."),
    "ValueError": (
        "The kind of value fits, but not the value itself.",
        "Le type convient, mais pas la valeur elle-même.",
    ),
    "ZeroDivisionError": ("Something was divided by zero.", "Une division par zéro a eu lieu."),
    "": ("The program ended with an error: `{type}`.", "Le programme s’est terminé par une erreur : `{type}`."),
}

# What to try when nothing better is known, by the type of the exception.
HINTS = {
    "AttributeError": (
        "Check the spelling after the dot, and what kind of value stands before it.",
        "Vérifiez l’orthographe après le point, et quel type de valeur se trouve avant.",
    ),
    "ImportError": ("Check the spelling of the name that is imported.", "Vérifiez l’orthographe du nom importé."),
    "IndexError": (
        "The first position is 0, the last one is the length minus 1. Print the position and `len(…)` before this line.",
        "La première position est 0, la dernière est la longueur moins 1. Affichez la position avant cette ligne.",
    ),
    "KeyError": (
        "Look which keys there are by printing the dictionary. With `in` you can ask first whether a key is there.",
        "Affichez le dictionnaire pour voir ses clés. Avec `in`, vous pouvez d’abord demander si une clé existe.",
    ),
    "ModuleNotFoundError": (
        "Check the spelling. If the module is not part of Python, its package has to be installed first.",
        "Vérifiez l’orthographe. Si le module ne fait pas partie de Python, il faut d’abord installer son paquet.",
    ),
    "NameError": (
        "Check the spelling, and that the name gets its value before this line.",
        "Vérifiez l’orthographe, et que le nom reçoit sa valeur avant cette ligne.",
    ),
    "SyntaxError": (
        "Look closely at this line and at the end of the line above it: often a sign is missing or too much there.",
        "Regardez bien cette ligne et la fin de celle du dessus : souvent, il y manque un signe ou il y en a un de trop.",
    ),
    "TypeError": (
        "Look at the values below: is each of the kind that this line expects?",
        "Regardez les valeurs ci-dessous : chacune a-t-elle le type attendu par cette ligne ?",
    ),
    "UnboundLocalError": (
        "Give the variable a value in the function first, or hand it over as a parameter.",
        "Donnez d’abord une valeur à la variable dans la fonction, ou passez-la en paramètre.",
    ),
    "ValueError": (
        "Look at the values below: which of them can’t be used here?",
        "Regardez les valeurs ci-dessous : laquelle ne convient pas ici ?",
    ),
}


def by_type(table, type_names, language):
    """The entry of the first type, of an exception's own and those it derives from, that has one."""
    for name in type_names:
        if name in table:
            return table[name][LANGUAGES.index(language)]
    return ""
