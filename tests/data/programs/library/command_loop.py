#: input ["greet Ada\n", "help\n", "nonsense\n", "quit\n"]
import cmd


class Shell(cmd.Cmd):
    prompt = "$ "
    use_rawinput = False

    def do_greet(self, name):
        "greet NAME"
        print("hello", name)

    def do_quit(self, _):
        return True


Shell().cmdloop("welcome")
