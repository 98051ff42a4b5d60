<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>&amp;Address of the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a s&amp;hared computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of the session is kept, and you are signed out after 20 minutes without use. Your work stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>Make an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved on this computer. With an account, your progress is also on the learning platform, and its courses come here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlogList</name>
    <message>
        <source>Articles of the blog</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, article %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceAnswer</name>
    <message>
        <source>The code that is asked about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeAnswer</name>
    <message>
        <source>Your code, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is where it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeEditor</name>
    <message>
        <source>Tab now moves to the next control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab now indents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodeEditor::Private</name>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab moves to the next control. Ctrl+M: Tab indents again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab indents. Ctrl+M: Tab moves to the next control.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the marked gaps can be changed. Tab goes to the next gap, Shift+Tab to the one before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: type on to see them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away; the draft is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that can be inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to know, and what did you try?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which forum?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No code yet: answers and programs of yours appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>at least %n characters</source>
        <translation>
            <numerusform>at least %n character</numerusform>
            <numerusform>at least %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too many</source>
        <translation>
            <numerusform>%n too many</numerusform>
            <numerusform>%n too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsPanel</name>
    <message>
        <source>The two texts could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the platform&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both, one below the other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsoleInput</name>
    <message>
        <source>Statement for the console</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsolePanel</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the statement that runs (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is running. When it has ended, its names are here to try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The names of the program are here. Tab completes, name? explains, Ctrl+C stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type Python below and press Return. After a run, the names of the program are here; without one, the console starts empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program took its names with it. A statement starts an empty console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty console. Tab completes, name? explains, Ctrl+C stops.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console has ended. A statement starts an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console was ended and its names are gone. A statement starts an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still running. Stop again ends the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Running, %n more</source>
        <translation>
            <numerusform>Running, %n more</numerusform>
            <numerusform>Running, %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>The program runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the console</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoursePage</name>
    <message>
        <source>Opening the course…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons and exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course can&apos;t be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to Courses, or show this to the person who made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the teacher: this course has problems.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun, %1 of %2 exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookmarked · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoursesPage</name>
    <message>
        <source>Add a course folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not added: %2
`learning-studio validate` lists all problems of a course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no course here yet. Add a course folder (Ctrl+O).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the course…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the course %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the course %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course can&apos;t be read. Open it to see what is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 lessons · %3 of %4 exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a course folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers and progress stay. The course&apos;s folder goes to the bin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be removed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the courses are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers and progress stay, here and on the platform. It can be downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>The line is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing lines: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first that is missing goes from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled areas that are missing or different: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing dots: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that are missing, or written elsewhere: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that should not be there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first of them goes from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is filled that should not be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dots that should not be there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that should not be there: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing has too many parts to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is in its place; a colour is not the one that is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper has another colour.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingPair</name>
    <message>
        <source>You drew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>1 filled area</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n filled areas</source>
        <translation>
            <numerusform>%n filled area</numerusform>
            <numerusform>%n filled areas</numerusform>
        </translation>
    </message>
    <message>
        <source>1 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n texts</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at that moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, of type %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the program came there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python’s own message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide Python’s message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Python’s message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorExplanation</name>
    <message>
        <source>Your program left before it could be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take exit() or sys.exit() out and check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python can&apos;t read line %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code ended with an error before it could be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped at line %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing called %1 here. Is it spelled the same everywhere, and made before it is used?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that belong together begin at the same column; after a line that ends in a colon the next one is indented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that begin with if, for, while, def or else end in a colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bracket was opened and not closed. Python may notice it only a line later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text begins with a quotation mark and needs the same mark at its end, in the same line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the marked place and a little before it: something is missing or too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was divided by zero. Which value is it, and when is it zero?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place was asked for that the list or text does not have. The first place is 0, the last is the length minus one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dictionary has no such key. Print its keys to see which there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function calls itself without end. Which case ends it, and is it reached?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input() was called more often than there are lines of input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text can&apos;t be made into a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text and a number can&apos;t be added. Turn the number into a text with str(), or the text into a number with int().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function is called with another number of values than its def line has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside the function this name is set later than it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here %1 is to be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code uses %1 (line %2), which is not allowed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran longer than allowed and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needed more memory than allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It printed more than allowed and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python itself crashed while it ran.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at your loops: does each one come to its end? Run it yourself to watch it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does a list or a text grow without end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is there a print in a loop that never ends?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is rare; modules like ctypes can do it, or a very deep recursion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It wrote more to its files than allowed and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a file written in a loop that never ends?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExercisePage</name>
    <message>
        <source>Opening the exercise…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course can&apos;t be opened. Look at Courses for what is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This exercise is no longer in the course. Go back to Courses to see what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1, %2, passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about this in the forum (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExerciseThread</name>
    <message>
        <source>Show what is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post shows code that solves the exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the topic (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post shows code that solves the exercise. It is hidden until you have passed; “Show what is hidden” above shows it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this exercise: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExerciseTopics</name>
    <message>
        <source>In the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the forum says about this exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topics could not be read. What you write is kept all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No posts of the forum are on this computer yet: sign in to the platform once, then its topics about this exercise are here without a network too. A question can be written already; it is kept as a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has asked about this exercise yet. If you are stuck, ask: your answer and what came of it are filled in for you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExerciseWorkbench</name>
    <message>
        <source>Write your answer, then check it with Ctrl+Return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program prints appears here. Run it with F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result, output and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the beginning; what you have now stays in History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking… %1 of %2 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attempts left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 attempts left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and the same line again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to try: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at that moment:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Text of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program changed this file while you did. Neither text is lost: the other one stays in History.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files from this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it the main file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done with this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main file, Run runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data file, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add files to the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Added %n file(s).</source>
        <translation>
            <numerusform>Added %n file.</numerusform>
            <numerusform>Added %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only files of up to 1 GB can be added, and no folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileTabs</name>
    <message>
        <source>No file is open. Choose one in the list, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>A file needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name can&apos;t have any of / \ : * ? &quot; &lt; &gt; |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name can&apos;t begin with a space, or end with a space or a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name can&apos;t begin with a dot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a device&apos;s name on Windows. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already something called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a data file. Programs can read it, but it can&apos;t be edited here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace this one (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all (Alt+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n found</source>
        <translation>
            <numerusform>%1 of %n found</numerusform>
            <numerusform>%1 of %n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>went on at the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one is part of the text that cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in text that cannot be changed</source>
        <translation>
            <numerusform>%n in text that cannot be changed</numerusform>
            <numerusform>%n in text that cannot be changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password (Alt+V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForumColumns</name>
    <message>
        <source>Border between places and topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Border between topics and topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the forum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForumPage</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post is not on this computer any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as not read from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a link to the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n new</numerusform>
            <numerusform>Notifications, %n new</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article of the blog is on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a topic, or go to the next unread one with N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a topic to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topics could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic has these words in its subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not written a topic yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is bookmarked. Press B in a topic to find it here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You follow no topic. Press F in one to hear of its answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum comes from the platform: sign in once, then it is here without a network too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum is being fetched. The first topics appear in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No posts have been fetched yet; that needs a network once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no topic here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to follow topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is marked as read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is in the clipboard. In a post or a note it opens this topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on its way already, so it cannot be taken back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New posts could not be fetched. %1 What is here stays readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the subject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown here any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForumTree</name>
    <message>
        <source>Forums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blog</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need you</source>
        <translation>
            <numerusform>%1, %n needs you</numerusform>
            <numerusform>%1, %n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>%1, %n unread</numerusform>
            <numerusform>%1, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundModel</name>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look only for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoToBar</name>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line, or line:column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to %1, Return goes there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HintCards</name>
    <message>
        <source>opens after one more try, or in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens after %1 more tries, or in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens after one more try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens after %1 more tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens after the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · open it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before starting again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Each version that you run or check is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring this version back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version chosen in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version can&apos;t be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where you stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to learn from yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no course on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a course folder on the page Courses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each day on which you learn gets a coloured square here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3 solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the course %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n topics in the forum have something new</source>
        <translation>
            <numerusform>%n topic in the forum has something new</numerusform>
            <numerusform>%n topics in the forum have something new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptPanel</name>
    <message>
        <source>Save all to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform did not take this. It stays here until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the kept work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept-work.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kept work could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: waits to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw kept work away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1

This is the only copy that is on its way to the platform. It can&apos;t be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardHelp</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From half to half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next and previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab leaves the editor, or indents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the console of the playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, or go on in a new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line, and run in any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was run before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonExercises</name>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking… %1 of %2 cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No attempts left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 attempts left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonNotes</name>
    <message>
        <source>My notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My notes on this lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you see them, here and on the platform.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonPage</name>
    <message>
        <source>Go to Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the lesson…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course can&apos;t be opened. Look at Courses for what is wrong with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson is no longer in the course. Go to Courses to see what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as not read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Python %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Python Learning Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How shall the studio call you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python Learning Studio %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.
%1, Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Forum, %n unread topics</source>
        <translation>
            <numerusform>Forum, %n unread topic</numerusform>
            <numerusform>Forum, %n unread topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModerationMenu</name>
    <message>
        <source>Moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderators sign in first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account does not moderate this forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the topic…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to review…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This platform gives no list of posts to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1” for everybody?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n posts go with it. This cannot be undone.</source>
        <translation>
            <numerusform>%n post goes with it. This cannot be undone.</numerusform>
            <numerusform>%n posts go with it. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationsPopup</name>
    <message>
        <source>Nothing new. Answers to what you write or follow appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputBuffer</name>
    <message>
        <source>
… more was printed than can be shown here.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputFindBar</name>
    <message>
        <source>Match case (Alt+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went on at the other end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputNotice</name>
    <message>
        <source>Show the whole output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole output as a file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputPane</name>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input for the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputPane::Private</name>
    <message>
        <source>The program waits. Type a line, Return sends it, Ctrl+D ends the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as soon as the program asks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputReader</name>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output, one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Page up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 · %2 lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page can&apos;t be read. The output may have been cleared by a new run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutputView</name>
    <message>
        <source>error:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… lines not shown here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… characters not shown here: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackageWords</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the name of a package. Write a name, or a name and a version: rich, numpy==1.26.4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyPI can&apos;t be reached, so there is probably no network. Packages from a folder of wheels can be installed without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer. Look at the address, and whether the network is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no package called %1 there. Is it spelled right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such version: %1. There are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not ready-made for this Python. Installing it from its source would run its code on this computer, so it is not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not installed in this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These packages don&apos;t go together: they need different versions of the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of %1 is damaged or not a package, so nothing was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers there could not be trusted (TLS certificate), so nothing was loaded. A school&apos;s filter or a wrong clock can be the cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let the request through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wants a name and a password: https://NAME:PASSWORD@… in the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s packages can&apos;t be written: the folder does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another change of this project&apos;s packages is under way. Wait until it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Python has no venv or pip. On Debian and Ubuntu: install python3-venv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pip could not do it. The details say what it printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading %1, %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install what re&amp;quirements.txt lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packages yet. Write a name above and press Install.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages are kept with this project alone. Only ready-made ones (wheels) are installed, since a source package would run its code here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rich, or numpy==1.26.4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where packages come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of wheels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What pip printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What pip prints appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://pypi.school.example/simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with *.whl files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of wheels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needed by %1. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no requirements.txt in this project, or it lists nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the mirror&apos;s address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of wheels first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. requirements.txt of the project is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParsonsAnswer</name>
    <message>
        <source>Lines to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a line, Enter puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a line, Tab and Shift+Tab indent it, Enter puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lines to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this line back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the line up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the line down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent the line less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, indented %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PicturesPanel</name>
    <message>
        <source>What a program draws appears here, with turtle or with matplotlib.
Try: import turtle, then turtle.forward(100).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+- on the picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (Ctrl++ on the picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it (Ctrl+0 on the picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a picture (Ctrl+C on the picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program waits for clicks on the drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program waits for keys, while the drawing has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is damaged and can&apos;t be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure “%1”, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png);;Vector picture (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlatformCourseCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off this computer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the platform&apos;s site (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the platform&apos;s course list (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the course %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the download of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there is kept; it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has not reached the platform yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the course off this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers and progress stay, here and on the platform. It can be downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlatformCourses</name>
    <message>
        <source>Enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses of the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the platform for its courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to see the courses of your learning platform, enrol, and download them for learning without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 This is the list as last seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No courses of the platform are known here yet. Look for news when there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the platform…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No course fits. Take a filter away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaygroundPage</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the file in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1 (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run runs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No main file: choose one in the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgramList</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;My projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled.py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder as a project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>%1 of %2 done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Open outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a page of %1 in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionFields</name>
    <message>
        <source>What did you &amp;try, and what do you want to know?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or two sentences are enough: what you wanted to do, what you changed, and where you are stuck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest code that shows it gets the quickest answer: take out all lines that it happens without. Your answer in the exercise stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take my answer as it is &amp;now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The &amp;input, or the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is typed in or called, so that others can see the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did you &amp;expect?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened &amp;instead?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in from your last check or run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e&amp;rror, if there was one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote is kept as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which forum?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No forum is here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here while you write. It goes out when there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here as a draft. Sign in to post it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What did you try?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked already?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2, step %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Post the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a sentence what you tried: whoever answers then knows where to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in first. Your question is kept as a draft until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of forums is not on this computer yet: fetch the forum once. Your question is kept as a draft until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be put into the queue. %1 Your text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code solves the exercise: whoever reads it finds the solution. Leave only the part that you ask about, if you can. You may go on all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the exercise %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>Make an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others see it. It can&apos;t be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 10 characters: a few words are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user name or e-mail is taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note for the other moderators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the platform…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a moderator.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Ended with exit status %1 after %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended with an error in line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not begin: Python can&apos;t read line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python crashed (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: it ran longer than allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: it needed more memory than allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: it printed more than allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python could not be started. `learning-studio doctor` says what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network. What you did is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took too long. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not possible as things are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work could not be saved. It is still here; the studio tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work was saved by a newer version of the studio. It was not touched; please update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Your text is still here; make room and it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of your work can&apos;t be written to. Your text is still here; it is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is open in another window of the studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the studio went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: it wrote more to its files than allowed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunResults</name>
    <message>
        <source>Output and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program prints appears here. Run it with F5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the forum, lessons, exercises and your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“words together”   in:posts   in:lessons   by:name   forum:name   is:unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters. Everything here is on this computer, so it works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search did not work. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Try fewer or shorter words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size of editor, output and lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Font of lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrap long lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;brackets and quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of a &amp;tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw lessons with the &amp;graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: back to default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your programs may use the &amp;network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks of exercises never do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of e&amp;xplanations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits, and what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your school keeps topics for %n day(s) at most.</source>
        <translation>
            <numerusform>Your school keeps topics for %n day at most.</numerusform>
            <numerusform>Your school keeps topics for %n days at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your school gives the forum %n MB at most.</source>
        <translation>
            <numerusform>Your school gives the forum %n MB at most.</numerusform>
            <numerusform>Your school gives the forum %n MB at most.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your school fetches only what is followed or opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forum on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep topics that were active in the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All, however old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch only what I &amp;follow or open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the forum anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the forum anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics and posts on this computer are thrown away and fetched again with the next sync. What you wrote, what you have read and your bookmarks stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell what is new on the &amp;desktop too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers where you write or follow, and messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no notices of programs, or does not answer. What is new is behind the bell of the forum.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tay signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is kept in the system&apos;s password store. Your password is kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile belongs to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an account…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOut</name>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change is not sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet.</source>
        <translation>
            <numerusform>%n change is not sent yet.</numerusform>
            <numerusform>%n changes are not sent yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can wait on this computer and go out when you sign in here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SimilarTopics</name>
    <message>
        <source>&amp;Read it instead of asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics that may answer it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for topics that may answer it already…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these may answer it already. Open it with Enter, and your question is kept as a draft; or go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like it is among the posts on this computer. Go on to the preview.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatePanel</name>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending and fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All was sent the last time at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you do is saved on this computer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncButton</name>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what waits and what was sent (Ctrl+5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two texts, one place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text about how syncing goes, without anything personal, for whoever helps you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync-report.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1. Read it before you pass it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>1 change is waiting safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes are waiting safely.</source>
        <translation>
            <numerusform>%n change is waiting safely.</numerusform>
            <numerusform>%n changes are waiting safely.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out. Your work stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in on a shared computer: signs out after 20 minutes without use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. The connection broke while the session was renewed, so you may be asked to sign in again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account cannot sign in. Your work stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform answered for a different user. Please sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is kept in the system&apos;s password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is kept in a file that only your passphrase opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session ends when the studio is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform can&apos;t be reached. Is this computer online, and the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform did not answer in time. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or password is wrong, or the account may not sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile belongs to another account, or the name is taken. Work never goes out under another name: use a profile of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not possible as things are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform has no such thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform&apos;s answer was not understood. Is the address that of a learning platform?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space; nothing has been lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder can&apos;t be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another running program is using it. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was saved by a newer version of the studio. Please update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the studio went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only letters, digits and @ . + - _ are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 10 characters, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much like your name: easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many people use this one: easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only digits are easy to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the address of a platform. It begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lessons</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
    <message>
        <source>1 exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n exercises</source>
        <translation>
            <numerusform>%n exercise</numerusform>
            <numerusform>%n exercises</numerusform>
        </translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled, waiting to reach the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, waiting to reach the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>download waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this computer, newer on the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform gives the exercises and the plan of this course, not its lesson texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform gives the lessons of this course, not its exercises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform does not give all of this course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download stopped. What is there is kept; it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses of the platform take %1 on this computer; %2 are free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account cannot sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed in as somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network asks you to sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network is not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy wants a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update the studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk can&apos;t be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 text to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n texts to choose</source>
        <translation>
            <numerusform>%n text to choose</numerusform>
            <numerusform>%n texts to choose</numerusform>
        </translation>
    </message>
    <message>
        <source>1 kept change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n kept changes</source>
        <translation>
            <numerusform>%n kept change</numerusform>
            <numerusform>%n kept changes</numerusform>
        </translation>
    </message>
    <message>
        <source>What you do is saved here and will be sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change is saved here and will be sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changes are saved here and will be sent later.</source>
        <translation>
            <numerusform>%n change is saved here and will be sent later.</numerusform>
            <numerusform>%n changes are saved here and will be sent later.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending 1 change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sending %n changes…</source>
        <translation>
            <numerusform>Sending %n change…</numerusform>
            <numerusform>Sending %n changes…</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for news…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to send</source>
        <translation>
            <numerusform>%n waiting to send</numerusform>
            <numerusform>%n waiting to send</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is very slow. Still trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network asks you to sign in, in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network replaces the platform&apos;s certificate, which is common in schools. Nothing is sent over it. Ask your administrator; the details say what came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy of this network needs your user name and password. Ask your administrator, or set them in the system&apos;s network settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform has a problem. Your work is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform is busy. Your work is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in again. What you do is saved on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please sign in again. 1 change is waiting safely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Please sign in again. %n changes are waiting safely.</source>
        <translation>
            <numerusform>Please sign in again. %n change is waiting safely.</numerusform>
            <numerusform>Please sign in again. %n changes are waiting safely.</numerusform>
        </translation>
    </message>
    <message>
        <source>This account cannot sign in. Your work stays on this computer. Ask whoever runs the platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform answered for a different user, so nothing was sent. Sign in again with the account of this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform asks for a newer version of the studio. Please update; until then your work is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s disk is full or can&apos;t be written. Free some space; nothing has been lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off by %1. Sync works; times may look wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password store is not available; you stay signed in until you close the studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform no longer lists 1 course that is here. Hide it? Your work on it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The platform no longer lists %n courses that are here. Hide them? Your work on them is kept.</source>
        <translation>
            <numerusform>The platform no longer lists %n course that is here. Hide it? Your work on it is kept.</numerusform>
            <numerusform>The platform no longer lists %n courses that are here. Hide them? Your work on them is kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>According to the platform, 1 finished lesson is not finished. Take that over?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>According to the platform, %n finished lessons are not finished. Take that over?</source>
        <translation>
            <numerusform>According to the platform, %n finished lesson is not finished. Take that over?</numerusform>
            <numerusform>According to the platform, %n finished lessons are not finished. Take that over?</numerusform>
        </translation>
    </message>
    <message>
        <source>The platform seems to have lost 1 thing you finished. Send it again?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The platform seems to have lost %n things you finished. Send them again?</source>
        <translation>
            <numerusform>The platform seems to have lost %n thing you finished. Send it again?</numerusform>
            <numerusform>The platform seems to have lost %n things you finished. Send them again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your work was restored from a backup. Send the %n changes that wait in it? If not, they become kept work.</source>
        <translation>
            <numerusform>Your work was restored from a backup. Send the %n change that waits in it? If not, it becomes kept work.</numerusform>
            <numerusform>Your work was restored from a backup. Send the %n changes that wait in it? If not, they become kept work.</numerusform>
        </translation>
    </message>
    <message>
        <source>no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the platform had a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the platform was busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network asked for a sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network was not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the platform refused it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course “%1” begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course “%1” left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson “%1” finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you are in “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where you are in “%1”: %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark on “%1” taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute spent on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n minutes spent on “%1”</source>
        <translation>
            <numerusform>%n minute spent on “%1”</numerusform>
            <numerusform>%n minutes spent on “%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Time spent on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code of your answer to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried 1 time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times</source>
        <translation>
            <numerusform>Tried %n time</numerusform>
            <numerusform>Tried %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps there twice, since an answer was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer offered on the platform. Your work on it is kept here, and sent if it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform refuses this change. It is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform does not take it as it is. It is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was damaged on this computer&apos;s disk, so it was not sent. What is left of it is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes on “%1” were changed here and elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer to “%1” was changed here and elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work was restored from a backup. Send the 1 change that waits in it? If not, it becomes kept work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your topic “%1” in the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply in the forum: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change of a post in the forum: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic in the forum renamed to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post in the forum deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic in the forum deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic in the forum followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A topic in the forum no longer followed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>The program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text to type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What does it print?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first difference is here, at column %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>Only the marked gaps can be changed. Tab goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines stay where they are here: only the marked gaps can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Path and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicList</name>
    <message>
        <source>Which topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only topics with these words in the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest topic first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most read first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order, and all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicListModel</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicPanel</name>
    <message>
        <source>This topic is not on this computer: it was deleted, or has not been fetched yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · locked, nobody can answer any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article is not on this computer any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole article could not be fetched. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post is not here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be put into the queue. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic is deleted with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The post is deleted with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post is somebody else&apos;s, so it can&apos;t be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post is somebody else&apos;s, so it can&apos;t be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the topic about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject changes with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicReader</name>
    <message>
        <source>There is no picture there that can be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture at this address any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as not read from this post on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no platform to fetch it with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicView</name>
    <message numerus="yes">
        <source>%n minutes to read</source>
        <translation>
            <numerusform>%n minute to read</numerusform>
            <numerusform>%n minutes to read</numerusform>
        </translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is copied. It opens this post in Python Learning Studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypedQuestion</name>
    <message>
        <source>To do it, type %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n posts</source>
        <translation>
            <numerusform>%n post</numerusform>
            <numerusform>%n posts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topics</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>here since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from the posts on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariablesModel</name>
    <message>
        <source>More names are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more: Return shows the next ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type and length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariablesPanel</name>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no variables yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the program. When it has ended, its variables are here with their values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Not yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: %1 of %2 cases agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 cases agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tests are open: they ran beside your code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You printed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 lines are right; some are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at line %1: it is the first that does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops before line %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than expected, from line %1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first difference is in line %1, column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every character counts here, spaces too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces at line ends do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers may differ a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output has to fit a pattern.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your function gave back None. Has each way through it a return?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your function printed something and gave back None. print shows a value, return gives it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Almost: what it does is right, how it does it is not what is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your program left by itself before it gave an answer. Take exit() or os._exit() out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text around the blanks was changed. Start again and fill the blanks only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the smallest case that differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your program did not finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It printed before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python could not be started on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not your code and not the exercise. Your answer is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it stays so, `learning-studio doctor` says what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This exercise has a mistake, not you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer is saved. You can go on with the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this to your teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1, line %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the teacher: %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>Result of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingPanel</name>
    <message>
        <source>Looking what waits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits could not be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Waiting to send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WholeOutput</name>
    <message>
        <source>The first %1 of the output are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: only the first %1 of the output are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is too slow: only the first %1 of the output are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file can be written in the folder for temporary files: only the first %1 of the output are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines not shown here: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long lines are cut: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be saved. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkSplit</name>
    <message>
        <source>Border between the halves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halves of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the forum now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send mine all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <source>Change your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in first. Your text is kept as a draft until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent just now, so it cannot be changed here any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be put into the queue. %1 Your text is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here. It goes out when there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here as a draft. Sign in to send it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A value is missing after %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. Try --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. Did you mean &quot;%2&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the courses on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --json   the list as JSON: id, title, summary, folder, bundled
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a Python program as the window would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check an answer to an exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --code FILE   the answer; - reads it from standard input
  --json        the verdict as JSON
  --no-record   do not count this as an attempt

Exit status: 0 passed, 1 wrong, 3 did not finish, 4 the exercise has a mistake.

Example: learning-studio check first-steps/hello --code hello.py
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prove a course: solutions pass, starters fail, mistakes get their message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --json   the report as JSON: exercises with their times, problems with their places

Exit status: 0 no problem, 1 problems found.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show how far the courses are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  COURSE   one course, with each lesson and exercise
  --json   everything as JSON
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is there, what works and what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --json   the findings as JSON

Exit status: 0 all is well, 1 something needs you.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python Learning Studio: learn Python, with or without a network.

learning-studio                        open the window
learning-studio COMMAND [ARGUMENT...]  do one thing without a window

Commands:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1 here. Add --help for those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing. Add --help to see what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many. Add --help to see what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning-studio: the window (%1) can&apos;t be started.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --stdin FILE         what the program reads; without it, this command&apos;s own input
  --explain LANGUAGE   explain what goes wrong: en, fr, system (the default) or off
  --json               how it ended, with its output and the explanation, as JSON

What it prints comes as it is printed. The exit status is the program&apos;s.

Example: learning-studio run hello.py --stdin names.txt
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install and remove the packages of a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --project NAME   title of a project in the playground, or a folder
  --wheels DIR     from a folder with *.whl files, without the network
  --index URL      from a mirror instead of PyPI
  --json           the packages as JSON: name, version, summary, bytes, needed_by

Only ready-made packages (wheels) are installed. Ctrl+C cancels and changes nothing.

Example: learning-studio packages install rich --project main.py
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the learning platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --server URL       address of the platform; without it, that of the last time
  --user NAME        user name or e-mail address; without it, that of the last time
  --password-stdin   read the password from standard input instead of asking for it
  --keep WHERE       keyring (the default), memory (until the program ends), or file (locked with
                     a passphrase, asked for or the second line of standard input)
  --shared           a shared computer: keeps nothing, signs out after 20 minutes without use

The password is never an argument. One profile belongs to one account for good.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an account on the learning platform and sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --password-stdin   read the password from standard input instead of asking twice
  --shared           a shared computer, as for login
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out; what waits to be sent stays here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works without a network too.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who is signed in, and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --json   as JSON; an empty object when the profile has no account

Exit status: 0 signed in, 9 not.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and fetch now what waits for the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --yes, --no   answer the question that `status` shows, then sync
  --json        the state afterwards as JSON

Exit status: 0 all is sent, 1 something needs you, 8 no network, 9 sign in, 10 something waits still.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what waits to be sent and what is in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --json     as JSON, with each action that waits
  --report   a text about how syncing goes, without anything personal

Exit status: as for sync.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work the platform refused: see, send again, save or throw away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  list             what is kept and why (the default)
  retry NUMBER     send it again
  discard NUMBER   throw it away for good; needs --yes
  export FILE      all of it, as JSON
  --json           the list as JSON
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that were changed here and elsewhere: see and choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  list                both texts of each (the default)
  choose NUMBER ...   mine: the one here; theirs: the platform&apos;s; both: one below the other
  --json              the list as JSON
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the courses of the learning platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --refresh   ask the platform first; without it, the list as last seen
  --json      the list as JSON
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol in a course of the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COURSE is the id in `catalog`. Works without a network; sent later.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave a course of the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work on it stays here. Works without a network; sent later.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download a course of the platform for offline use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --remove   take it from this computer; your work on it stays

How far it is goes to standard error. Ctrl+C stops; the next time it goes on from there.

Example: learning-studio download classic-5
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Options for every command and for the window:
  --data-dir DIR   keep courses and work in DIR instead of the usual place
  --profile ID     the person whose work is meant (default: the first)
  --version        print the version
  --help           this help; after a command: the help of that command

Exit statuses: 0 done, 1 not passed or problems found, 2 wrong usage, 3 did not finish,
4 exercise has a mistake, 5 not found, 6 data can&apos;t be read or written, 7 Python does not start,
8 no network, 9 sign in, 10 something waits to be sent.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, search and answer in the forum, without a network too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  list             the forums, with what is unread
  topics [FORUM]   topics of a forum (its number, name or slug) or of all; one of --unread,
                   --bookmarked, --subscribed, --own
  read TOPIC       its posts; --from N begins at the Nth, --mark-read marks those shown
  search WORD...   words, &quot;words together&quot;, in:topics|posts|lessons|exercises|code, by:NAME,
                   forum:NAME, is:unread; without in:, topics and posts
  reply TOPIC      from --file FILE or standard input; goes out with the next sync
  --json           as JSON

Exit status: 0 done, 1 nothing found or locked, 5 no such forum or topic.

Example: learning-studio forum search while by:mira is:unread
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>It is missing. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs and checks can&apos;t run. Install Python 3.11&apos;s library, or the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was damaged and set aside; the newest good backup is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened and checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use by the open window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the folder&apos;s permissions and at the room on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is little room left; what you write may not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Themes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of your work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a course folder on the page Courses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection from programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanations of errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of it is missing: fewer errors are explained. Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>The file of your work was damaged. It is kept as %1; the backup of %2 is in use, and %3 newer texts were saved from the damaged file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of your work was damaged and there was no backup yet. It is kept as %1; %2 texts were saved from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes before the program ended could not be read. They are kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your progress could not be read. What you do now is saved all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. The folder is %1.
%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your question is kept here and goes out when there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sandbox</name>
    <message>
        <source>This system does not let programs have namespaces of their own, so a program can see that other programs run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system&apos;s kernel has no Landlock, so one protection of your files is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System calls can&apos;t be filtered here, so a program can ask the system for more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits can&apos;t be set here, so a program can use up memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What protects you from programs is found out with the first one that runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs reach their own folder and nothing else of yours. All protections work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; missing: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::AccountCommand</name>
    <message>
        <source>This profile has no account. Sign in: learning-studio login --server URL --user NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) on %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::CatalogCommand</name>
    <message>
        <source>The platform offers no courses.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::CheckCommand</name>
    <message>
        <source>Name the exercise as COURSE/EXERCISE and the answer with --code FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the window is open, give the answer as a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no exercise %1 in this course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This exercise is made of steps. Check one of them: %1/STEP.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::ConflictsCommand</name>
    <message>
        <source>Say what to do: conflicts list, or conflicts choose NUMBER mine|theirs|both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. It goes out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  On the platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to choose.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::CoursesCommand</name>
    <message>
        <source>There are no courses here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::DoctorCommand</name>
    <message>
        <source>ok   </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BAD  </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things that need you: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::DownloadCommand</name>
    <message>
        <source>Removed. Your work on it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::ForumCommand</name>
    <message>
        <source>Say what: forum list, topics, read, search or reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum is not on this computer yet. It comes with `learning-studio sync`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topics</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message>
        <source>Only one of --unread, --bookmarked, --subscribed and --own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no forum %1 here. See `forum list`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no such topics on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the first %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the topic by its number, as `forum topics` gives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no topic %1 on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--from is the place of a post in its topic: 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its posts are not on this computer yet. They come with `learning-studio sync`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: --from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the window is open, give the text with --file FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic is locked: nobody can reply to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits, and goes out with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::KeptCommand</name>
    <message>
        <source>Say what to do: kept list, kept retry NUMBER, kept discard NUMBER --yes, or kept export FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This throws the kept work %1 away for good. To do so, add --yes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It waits to be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept: the platform has refused nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::LoginCommand</name>
    <message>
        <source>--keep is keyring, memory or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where: --server https://… (http only for this computer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who: --user NAME, a user name or an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no password. In a script: --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of the file that keeps the session: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no passphrase for --keep file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in to %1 as %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::LogoutCommand</name>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The platform could not be told; it will be told later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::PackagesCommand</name>
    <message>
        <source>Say what to do, with what, and in which project: packages install rich --project NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project %1. Give its title as in the playground, or its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No packages are installed in this project.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::PlatformCommand</name>
    <message>
        <source>This installation works without a platform.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::ProgressCommand</name>
    <message>
        <source>The course %1 can&apos;t be read: see `learning-studio validate`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 exercises passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[read]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[    ]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (attempts: %1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::RegisterCommand</name>
    <message>
        <source>There is no password. In a script: --password-stdin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account %1 is made, and signed in to %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::RunCommand</name>
    <message>
        <source>--explain takes en, fr, system or off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::StatusCommand</name>
    <message>
        <source>This profile has no account; everything is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept work: learning-studio kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two texts of one thing: learning-studio conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To answer: learning-studio sync --yes, or --no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::SyncCommand</name>
    <message>
        <source>Say --yes or --no, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question to answer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::cli::ValidateCommand</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; expected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 lessons, %3 exercises, %4 of them proved, %5 problems, %6 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::editor::FindBar</name>
    <message>
        <source>Not a complete expression yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::text::ForumWords</name>
    <message>
        <source>Account deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>announcement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is too long: %1 characters are the most.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::text::Notice</name>
    <message numerus="yes">
        <source>%n new answers</source>
        <translation>
            <numerusform>%n new answer</numerusform>
            <numerusform>%n new answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n topics</source>
        <translation>
            <numerusform>%1 in %n topic</numerusform>
            <numerusform>%1 in %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages from the platform</source>
        <translation>
            <numerusform>%n message from the platform</numerusform>
            <numerusform>%n messages from the platform</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>News in the forum</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>studio::ui::ConsoleText</name>
    <message>
        <source>A word of the language. It can&apos;t be a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A property: its value is made anew each time it is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of this. Ask about a name, as in: print?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::ui::Forum</name>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic was locked in the meantime. Your text is kept here; you can open a new topic with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this belongs to is no longer in the forum. Your text is kept here; copy what you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum does not let your account do this. Your text is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The forum wants at least %n characters. Write a little more, then send it again.</source>
        <translation>
            <numerusform>The forum wants at least %n character. Write a little more, then send it again.</numerusform>
            <numerusform>The forum wants at least %n characters. Write a little more, then send it again.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody changed this post while you did. Look at both texts, then choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be read any more as it was kept. Look at it before you send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum did not take this. Your text is kept here; change it or send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topic %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed post in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New subject %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete your post in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete your topic %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow %1 no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here. It was tried and goes out as soon as it can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here. It goes out when there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent. It appears here when the forum is fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The forum says: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>fetching posts, %n topics left</source>
        <translation>
            <numerusform>fetching posts, %n topic left</numerusform>
            <numerusform>fetching posts, %n topics left</numerusform>
        </translation>
    </message>
    <message>
        <source>looking for new posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posts of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no posts fetched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a subject, so that others see what it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subject is too long: %1 characters are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the forum that it belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A changed post needs at least %n characters.</source>
        <translation>
            <numerusform>A changed post needs at least %n character.</numerusform>
            <numerusform>A changed post needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent, but nobody else sees it yet: a moderator looks at it first. If it does not appear, it was turned down.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::ui::Lesson</name>
    <message>
        <source>Hint %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open hint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after one more try</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %n more tries</source>
        <translation>
            <numerusform>after %n more try</numerusform>
            <numerusform>after %n more tries</numerusform>
        </translation>
    </message>
    <message>
        <source>opens after the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens %1, or in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 point</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it: change a word and run it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the example as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab indents. Escape leaves the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the code box. Tab goes on, Shift+Tab goes back into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error output:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program waits for you to type a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input for the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type here, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all that are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code with gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will it print?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is given this input:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to put it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the line: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, indented %2 times: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put at the end of your program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now at place %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indented %1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent (Alt+Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdent (Alt+Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the teacher:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson %1 of %2; %3 done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson has no text yet. Go on to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch in the browser: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens %1 in your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this lesson you can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous lesson: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write code that passes the tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the lines in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the turtle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the lesson…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the lesson again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons can&apos;t be shown to the system administrator (root). Start the program as another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson viewer could not be loaded. If this stays so, install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson viewer stopped. What you typed is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>studio::ui::TopicView</name>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts can&apos;t be shown to the system administrator (root). Start the program as another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum&apos;s viewer could not be loaded. If this stays so, install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forum&apos;s viewer stopped. What you wrote is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, post %3 of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to the exercise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This topic is locked: it can be read, but not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The posts of this topic are not on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not on this computer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you can do with this post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as unread from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error output:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program waits for you to type a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input for the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type here, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show picture from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the picture from %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Sunday 18:02</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New title: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting a post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following this topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer following this topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
