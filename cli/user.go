package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mahdar/access"
	"mahdar/store/sqlite"
)

func (a *app) userCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "user",
		Short: "Say who may read and decide in a browser",
		Long: `Accounts are needed where other machines than this one reach a record (mahdar
serve --help). They live in a file of their own beside it, talks.accounts.db for
talks.db, which only you can read; a copy or an export of the record holds none.

  reader       reads everything in the record
  coder        reads, and decides on facts
  adjudicator  reads, decides, and decides between coders
  admin        does all of this, and sees users and the log

A password is asked for on the terminal, or is the first line of standard input;
it is never an argument, which others on the machine could see.`,
		Example: `  mahdar user add talks.db huda --role admin
  mahdar user role talks.db zain adjudicator
  mahdar user log talks.db --who zain
  mahdar user token add talks.db zain notebook --days 30`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return unknown("command", args[0], commandNames(cmd), "mahdar user --help")
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.userAdd(), a.userList(), a.userRole(), a.userPassword(), a.userLock(true), a.userLock(false), a.userRemove(), a.userLog(), a.userToken(), a.userBackup())
	return cmd
}

// byHand is who runs the command, for the log.
func byHand() access.Actor { return access.Actor{Name: systemUser(), Address: "command line"} }

// givenWith asks for a database and what else a command of users needs.
func givenWith(rest ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 1+len(rest) {
			return nil
		}
		return fmt.Errorf("give %s, for instance: %s talks.db %s", "a database and "+strings.Join(rest, " and "), cmd.CommandPath(), map[string]string{
			"a name": "huda", "a name and a role": "huda coder", "a name and a label": "huda notebook"}[strings.Join(rest, " and ")])
	}
}

// onAccounts runs do on the accounts beside a record.
func (a *app) onAccounts(ctx context.Context, record string, make bool, do func(*access.Accounts) error) error {
	if strings.HasSuffix(strings.TrimSuffix(record, ".db"), ".accounts") {
		return fmt.Errorf("%s: name the record, not the file of its accounts", record)
	}
	if err := sqlite.Look(record, sqlite.Existing); err != nil {
		return err
	}
	accounts, err := access.Open(ctx, access.Beside(record), make)
	if err != nil {
		return err
	}
	return errors.Join(do(accounts), accounts.Close())
}

// onAccount is onAccounts for a command that changes the account name and says
// so in a sentence.
func (a *app) onAccount(ctx context.Context, record, name string, do func(*access.Accounts) (string, error)) error {
	return a.onAccounts(ctx, record, false, func(acc *access.Accounts) error {
		said, err := do(acc)
		if errors.Is(err, access.ErrUnknown) {
			return fmt.Errorf("%s has no account in %s; see: mahdar user list %s", name, acc.Path(), record)
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(a.out, said)
		return err
	})
}

func (a *app) userAdd() *cobra.Command {
	var role string
	var again bool
	cmd := &cobra.Command{
		Use:   "add DATABASE NAME [--role coder]",
		Short: "Make an account",
		Long: `Add makes an account. Its name signs what is decided, so that it is best the
name that a coder has used before.`,
		Args:              givenWith("a name"),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := access.ParseRole(role)
			if err != nil {
				return err
			}
			name := args[1]
			if err := access.CheckName(name); err != nil {
				return err
			}
			return a.onAccounts(cmd.Context(), args[0], true, func(acc *access.Accounts) error {
				// Before the password is asked for.
				taken, err := acc.Known(cmd.Context(), name)
				if err != nil {
					return err
				}
				if taken {
					return fmt.Errorf("%s has an account already; change it with mahdar user role or mahdar user password", name)
				}
				was, err := acc.Removed(cmd.Context(), name)
				if err != nil {
					return err
				}
				if was && !again {
					return fmt.Errorf("an account of this name was removed, and what it decided stands: nobody could tell two people of the name %s apart; choose another, or pass --again if it is the same person", name)
				}
				password, err := a.newPassword(cmd.Context(), name)
				if err != nil {
					return err
				}
				if err := acc.Add(cmd.Context(), byHand(), name, r, password); err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.out, "%s has an account as %s\n", name, r)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&role, "role", access.Reader.String(), "reader, coder, adjudicator or admin")
	cmd.Flags().BoolVar(&again, "again", false, "the same person had an account before")
	must(cmd.RegisterFlagCompletionFunc("role", completeRoles))
	return cmd
}

func completeRoles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, r := range access.Roles() {
		names = append(names, r.String())
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

func (a *app) userList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:               "list DATABASE",
		Short:             "List the accounts",
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccounts(cmd.Context(), args[0], false, func(acc *access.Accounts) error {
				users, err := acc.List(cmd.Context())
				if err != nil {
					return err
				}
				for _, u := range users {
					if asJSON {
						err = a.oneJSON(u)
					} else {
						state, seen := "", "never logged in"
						if u.Locked {
							state = ", locked"
						}
						if !u.Seen.IsZero() {
							seen = "last login " + minute(u.Seen)
						}
						_, err = fmt.Fprintf(a.out, "%s\t%s%s\t%s\n", u.Name, u.Role, state, seen)
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

// minute is a time as tables show it, in UTC.
func minute(t time.Time) string { return t.UTC().Format("2006-01-02 15:04") }

func (a *app) userRole() *cobra.Command {
	return &cobra.Command{
		Use:   "role DATABASE NAME ROLE",
		Short: "Give an account another role; its sessions end",
		Args:  givenWith("a name", "a role"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 2 {
				return completeRoles(cmd, args, begun)
			}
			return completeDatabase(cmd, args, begun)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := access.ParseRole(args[2])
			if err != nil {
				return err
			}
			return a.onAccount(cmd.Context(), args[0], args[1], func(acc *access.Accounts) (string, error) {
				return fmt.Sprintf("%s is %s now, and has to log in again", args[1], r), acc.SetRole(cmd.Context(), byHand(), args[1], r)
			})
		},
	}
}

func (a *app) userPassword() *cobra.Command {
	return &cobra.Command{
		Use:               "password DATABASE NAME",
		Short:             "Give an account another password; its sessions and tokens end",
		Args:              givenWith("a name"),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccount(cmd.Context(), args[0], args[1], func(acc *access.Accounts) (string, error) {
				if known, err := acc.Known(cmd.Context(), args[1]); err != nil || !known {
					return "", errors.Join(err, access.ErrUnknown)
				}
				password, err := a.newPassword(cmd.Context(), args[1])
				if err != nil {
					return "", err
				}
				return fmt.Sprintf("%s has a new password, and has to log in again", args[1]), acc.SetPassword(cmd.Context(), byHand(), args[1], password)
			})
		},
	}
}

func (a *app) userLock(lock bool) *cobra.Command {
	cmd := &cobra.Command{
		Use:               "lock DATABASE NAME",
		Short:             "Lock an account out; its sessions end",
		Args:              givenWith("a name"),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccount(cmd.Context(), args[0], args[1], func(acc *access.Accounts) (string, error) {
				said := args[1] + " is locked out"
				if !lock {
					said = args[1] + " can log in again"
				}
				return said, acc.SetLocked(cmd.Context(), byHand(), args[1], lock)
			})
		},
	}
	if !lock {
		cmd.Use, cmd.Short = "unlock DATABASE NAME", "Let a locked account in again"
	}
	return cmd
}

func (a *app) userRemove() *cobra.Command {
	return &cobra.Command{
		Use:               "remove DATABASE NAME",
		Short:             "Take an account away; what it decided stands",
		Args:              givenWith("a name"),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccount(cmd.Context(), args[0], args[1], func(acc *access.Accounts) (string, error) {
				return args[1] + " has no account any more; what was decided under this name stands", acc.Remove(cmd.Context(), byHand(), args[1])
			})
		},
	}
}

func (a *app) userLog() *cobra.Command {
	var q access.LogQuery
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "log DATABASE",
		Short: "Show who did what, when and from where",
		Long: `Log shows who logged in or failed to, decided, exported, or changed accounts: when,
from which address. The latest lines come last. Lines are only ever added.`,
		Args:              oneDatabase,
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			if q.Limit < 0 {
				return fmt.Errorf("--limit %d: give a number of lines, or 0 for all", q.Limit)
			}
			return a.onAccounts(cmd.Context(), args[0], false, func(acc *access.Accounts) error {
				for l, err := range acc.Latest(cmd.Context(), q) {
					if err != nil {
						return err
					}
					if asJSON {
						err = a.oneJSON(l)
					} else {
						who := l.Who
						if who == "" {
							who = "-"
						}
						_, err = fmt.Fprintf(a.out, "%s\t%s\t%s\t%s\t%s\n", minute(l.At), who, l.What, l.Detail, l.Address)
					}
					if err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.Who, "who", "", "only what this user did")
	f.StringVar(&q.What, "what", "", "only lines of this kind, for instance «login failed»")
	f.IntVar(&q.Limit, "limit", 50, "how many lines; 0 is all")
	f.BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

func (a *app) userBackup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup DATABASE COPY",
		Short: "Copy the accounts and their log while they are in use",
		Long: `Backup copies the accounts of a record, their tokens and the log to a new file
that only you can read. Whoever has it can try to guess passwords: keep it as
you keep keys. (mahdar backup copies the record, without accounts.)`,
		Args:              databaseAnd("a new file", "talks.accounts.copy.db", 2),
		ValidArgsFunction: completeDatabase,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onAccounts(cmd.Context(), args[0], false, func(acc *access.Accounts) error {
				if err := acc.Backup(cmd.Context(), args[1]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(a.out, "%s %s %s\n", acc.Path(), a.label("copied-to"), args[1])
				return err
			})
		},
	}
}
