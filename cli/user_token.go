package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"mahdar/access"
)

// newPassword asks for a password, twice on a terminal and without showing it;
// elsewhere it is the first line of standard input.
func (a *app) newPassword(ctx context.Context, name string) (string, error) {
	f, ok := a.in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(a.in, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("the password cannot be read from standard input: %w", err)
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			return "", errors.New("no password came on standard input; type it on a terminal, or give it as the first line")
		}
		return line, access.CheckPassword(name, line)
	}
	ask := func(what string) (string, error) {
		fmt.Fprint(a.errs, what)
		defer fmt.Fprintln(a.errs)
		return unseen(ctx, int(f.Fd()))
	}
	first, err := ask(fmt.Sprintf("New password of %s (%d letters or more): ", name, access.LeastPassword))
	if err != nil {
		return "", err
	}
	if err := access.CheckPassword(name, first); err != nil {
		return "", err
	}
	second, err := ask("Once more: ")
	if err != nil {
		return "", err
	}
	if first != second {
		return "", errors.New("the two passwords differ; nothing was changed")
	}
	return first, nil
}

// unseen reads a line from a terminal that does not show it. Ctrl-C ends it and
// leaves the terminal as it was.
func unseen(ctx context.Context, fd int) (string, error) {
	was, err := term.GetState(fd)
	if err != nil {
		return "", fmt.Errorf("the password cannot be read from the terminal: %w", err)
	}
	type typed struct {
		words []byte
		err   error
	}
	done := make(chan typed, 1)
	go func() {
		b, err := term.ReadPassword(fd)
		done <- typed{b, err}
	}()
	select {
	case <-ctx.Done():
		return "", errors.Join(ctx.Err(), term.Restore(fd, was))
	case t := <-done:
		if t.err != nil {
			return "", fmt.Errorf("the password cannot be read from the terminal: %w", t.err)
		}
		return string(t.words), nil
	}
}

func (a *app) userToken() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Let programs ask in the name of an account",
		Long: `A token lets a program ask the API (/api/v1, /mcp) in the name of an account:

  curl -H "Authorization: Bearer $TOKEN" https://talks.example.org/api/v1/

It is shown once, when it is made; what is kept of it lets nobody in.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return unknown("command", args[0], commandNames(cmd), "mahdar user token --help")
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.tokenAdd(), a.tokenList(), a.tokenRemove())
	return cmd
}

func (a *app) tokenAdd() *cobra.Command {
	var role string
	var days int
	cmd := &cobra.Command{
		Use:               "add DATABASE NAME LABEL [--role reader] [--days 90]",
		Short:             "Make a token and print it, this once",
		Args:              givenWith("a name", "a label"),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := access.ParseRole(role)
			if err != nil {
				return err
			}
			if days < 1 || days > 3660 {
				return fmt.Errorf("--days %d: a token lasts 1 to 3660 days", days)
			}
			return a.onAccount(cmd.Context(), args[0], args[1], func(acc *access.Accounts) (string, error) {
				return acc.AddToken(cmd.Context(), byHand(), args[1], args[2], r, time.Now().AddDate(0, 0, days))
			})
		},
	}
	cmd.Flags().StringVar(&role, "role", access.Reader.String(), "what the program may do, no more than the account")
	cmd.Flags().IntVar(&days, "days", 90, "how long it lasts")
	must(cmd.RegisterFlagCompletionFunc("role", completeRoles))
	return cmd
}

func (a *app) tokenList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "list DATABASE",
		Short:             "List the tokens, without what lets in",
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccounts(cmd.Context(), args[0], false, func(acc *access.Accounts) error {
				tokens, err := acc.Tokens(cmd.Context(), "")
				if err != nil {
					return err
				}
				for _, t := range tokens {
					if asJSON {
						err = a.oneJSON(t)
					} else {
						seen := "never used"
						if !t.Seen.IsZero() {
							seen = "last used " + minute(t.Seen)
						}
						_, err = fmt.Fprintf(a.out, "%s\t%s\t%s\tuntil %s\t%s\n", t.Name, t.Label, t.Role, minute(t.Ends), seen)
					}
					if err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

func (a *app) tokenRemove() *cobra.Command {
	return &cobra.Command{
		Use:               "remove DATABASE NAME LABEL",
		Short:             "Take a token away",
		Args:              givenWith("a name", "a label"),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccounts(cmd.Context(), args[0], false, func(acc *access.Accounts) error {
				err := acc.RemoveToken(cmd.Context(), byHand(), args[1], args[2])
				if errors.Is(err, access.ErrUnknown) {
					return fmt.Errorf("%s has no token called %q; see: mahdar user token list %s", args[1], args[2], args[0])
				}
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.out, "the token %q of %s lets nobody in any more\n", args[2], args[1])
				return err
			})
		},
	}
}
