package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"mahdar/lexicon"
	"mahdar/minutes"
)

// Main runs the command that args (without the program's name) ask for and
// returns the exit status: 0, or 1 where anything went wrong.
func Main(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := newApp(in, out, errs)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errTold):
	case errors.Is(err, context.Canceled):
		a.complain("stopped; what was finished is kept")
	default:
		a.complain(err.Error())
	}
	return 1
}

// errTold ends a command whose errors the user has been told already.
var errTold = errors.New("told already")

// app is what the commands share.
type app struct {
	in        io.Reader
	out, errs io.Writer
	outTerm   bool // out is a terminal
	errTerm   bool

	lang     string
	lexicons []string
	noColour bool
}

// complain tells the user one thing that went wrong.
func (a *app) complain(sentence string) {
	fmt.Fprintf(a.errs, "mahdar: %s\n", strings.TrimSpace(sentence))
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "mahdar",
		Short: "Minutes of peace talks, out of Arabic news",
		Long: `Mahdar (محضر, minutes) reads Arabic news of peace talks and writes the minutes
that nobody took: who met whom, who came and who stayed away, who said what and
through whom, what was promised, demanded and broken, and where accounts differ.
Every line points to the words it was taken from.`,
		Example: `  mahdar demo
  mahdar read article.txt
  mahdar build -o talks.db articles/
  mahdar minutes talks.db`,
		SilenceUsage:  true,
		SilenceErrors: true,
		// A wrong command is wrong; no command asks for help.
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return unknown("command", args[0], commandNames(cmd), "mahdar --help")
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if l := minutes.Lang(a.lang); l != minutes.Arabic && l != minutes.English {
				return fmt.Errorf("--lang %s: the languages are ar and en", a.lang)
			}
			return nil
		},
	}
	f := root.PersistentFlags()
	f.StringVar(&a.lang, "lang", langOf(os.Getenv), "language of what is printed: ar or en")
	f.StringArrayVar(&a.lexicons, "lexicon", nil, "folder of your own words, laid over the lexicon (may be repeated)")
	f.BoolVar(&a.noColour, "no-colour", os.Getenv("NO_COLOR") != "", "print without colours")
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages", fmt.Sprintf(".FlagUsagesWrapped %d", columns)))
	must(root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"ar", "en"}, cobra.ShellCompDirectiveNoFileComp)))
	must(root.MarkPersistentFlagDirname("lexicon"))
	root.AddCommand(a.readCommand(), a.buildCommand(), a.minutesCommand(), a.serveCommand(), a.mcpCommand(), a.demoCommand(), a.lexiconCommand(), a.evalCommand(), a.agreeCommand(), a.reviewCommand(), a.decideCommand(), a.importCommand(), a.versionCommand())
	root.AddCommand(a.watchCommand(), a.timelineCommand(), a.whoCommand(), a.meetingsCommand(), a.commitmentsCommand(), a.disagreementsCommand(),
		a.searchCommand(), a.explainCommand(), a.diffCommand(), a.statusCommand(), a.checkCommand(), a.backupCommand(), a.userCommand(), a.exportCommand())
	for _, c := range root.Commands() {
		c.DisableFlagsInUseLine = true
	}
	return root
}

// must is for errors that only a wrong name in the program can cause.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// langOf is the language of the user's surroundings.
func langOf(env func(string) string) string {
	for _, k := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(k); v != "" {
			if strings.HasPrefix(v, "ar") {
				return "ar"
			}
			break
		}
	}
	return "en"
}

func (a *app) words() minutes.Lang { return minutes.Lang(a.lang) }

// loadLexicon loads the embedded lexicon and the user's folders.
func (a *app) loadLexicon() (*lexicon.Lexicon, error) {
	lex, err := lexicon.Load(a.lexicons...)
	if err != nil {
		return nil, fmt.Errorf("the lexicon cannot be used:\n%w", err)
	}
	return lex, nil
}

// flagError words pflag's errors with the nearest flag that exists.
func flagError(cmd *cobra.Command, err error) error {
	name, ok := strings.CutPrefix(err.Error(), "unknown flag: ")
	if !ok {
		return fmt.Errorf("%w; see: %s --help", err, cmd.CommandPath())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return unknown("flag", name, names, cmd.CommandPath()+" --help")
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() || c.Name() == "help" {
			names = append(names, c.Name())
		}
	}
	return names
}
