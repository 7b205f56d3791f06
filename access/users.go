package access

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Account is what is known of a user, without what lets him in.
type Account struct {
	Name   string    `json:"name"`
	Role   Role      `json:"role"`
	Locked bool      `json:"locked,omitempty"`
	Added  time.Time `json:"added"`
	Seen   time.Time `json:"last_login,omitzero"`
}

// MarshalText is the role's name.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// Actor is who does something and from where, for the log.
type Actor struct {
	Name    string
	Address string // or «command line»
}

const mostName = 64 // letters

// CheckName says what is wrong with the name of a new account, nil where
// nothing is: a name signs decisions, so that it must look like itself.
func CheckName(name string) error {
	if name == "" || utf8.RuneCountInString(name) > mostName {
		return fmt.Errorf("a name has 1 to %d letters", mostName)
	}
	if !norm.NFC.IsNormalString(name) {
		return errors.New("write the name with composed letters (NFC)")
	}
	for i, r := range name {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
		case i > 0 && (unicode.Is(unicode.Mn, r) || strings.ContainsRune("._-@", r)):
		default:
			return fmt.Errorf("the name %q holds %q: names are letters, digits and . _ - @, beginning with a letter or a digit", name, r)
		}
	}
	return nil
}

// nameKey folds a name: names that look the same but for case are one.
func nameKey(name string) string { return strings.ToLower(norm.NFKC.String(strings.TrimSpace(name))) }

// Add makes an account. The name must be new and both must pass CheckName and
// CheckPassword.
func (a *Accounts) Add(ctx context.Context, by Actor, name string, role Role, password string) error {
	if err := errors.Join(CheckName(name), CheckPassword(name, password)); err != nil {
		return err
	}
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.writing(ctx, func(tx *sql.Tx) error {
		var n int
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM account WHERE key = ?", nameKey(name)).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return ErrTaken
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO account (key, name, role, password, added) VALUES (?,?,?,?,?)", nameKey(name), name, role.String(), hash, a.now().Unix()); err != nil {
			return err
		}
		return a.logIn(ctx, tx, by, "user added", name+" ("+role.String()+")")
	})
}

// Known reports whether there is an account of this name.
func (a *Accounts) Known(ctx context.Context, name string) (bool, error) {
	_, err := a.Account(ctx, name)
	if errors.Is(err, ErrUnknown) {
		return false, nil
	}
	return err == nil, err
}

const accountColumns = "name, role, locked, added, seen"

func scanAccount(row interface{ Scan(...any) error }) (*Account, error) {
	var u Account
	var role string
	var added, seen int64
	if err := row.Scan(&u.Name, &role, &u.Locked, &added, &seen); err != nil {
		return nil, err
	}
	u.Role, _ = ParseRole(role)
	u.Added, u.Seen = at(added), at(seen)
	return &u, nil
}

// at is a time that is kept in seconds; 0 is never.
func at(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// Account is the account of a name, or ErrUnknown.
func (a *Accounts) Account(ctx context.Context, name string) (*Account, error) {
	u, err := scanAccount(a.sql.QueryRowContext(ctx, "SELECT "+accountColumns+" FROM account WHERE key = ?", nameKey(name)))
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrUnknown
	}
	return u, refused(a.path, err)
}

func refused(path string, err error) error {
	if err == nil {
		return nil
	}
	return refusal(path, err)
}

// List lists the accounts by name.
func (a *Accounts) List(ctx context.Context) ([]*Account, error) {
	rows, err := a.sql.QueryContext(ctx, "SELECT "+accountColumns+" FROM account ORDER BY key")
	if err != nil {
		return nil, refusal(a.path, err)
	}
	defer rows.Close()
	var out []*Account
	for rows.Next() {
		u, err := scanAccount(rows)
		if err != nil {
			return nil, refusal(a.path, err)
		}
		out = append(out, u)
	}
	return out, refused(a.path, rows.Err())
}

// ErrLastAdmin says that nobody would be left to see users and the log.
var ErrLastAdmin = errors.New("this is the last admin who is not locked; make another first")

// change changes one account in one transaction: sessions end, and a line goes
// into the log. It is ErrUnknown where there is no such account.
func (a *Accounts) change(ctx context.Context, by Actor, name, what, detail string, keepTokens bool, do func(tx *sql.Tx, n int64) error) error {
	return a.writing(ctx, func(tx *sql.Tx) error {
		var n int64
		var shown string
		err := tx.QueryRowContext(ctx, "SELECT n, name FROM account WHERE key = ?", nameKey(name)).Scan(&n, &shown)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrUnknown
		}
		if err != nil {
			return err
		}
		var before, after int
		const admins = "SELECT count(*) FROM account WHERE role = 'admin' AND NOT locked"
		if err := tx.QueryRowContext(ctx, admins).Scan(&before); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM session WHERE account = ?", n); err != nil {
			return err
		}
		if !keepTokens {
			if _, err := tx.ExecContext(ctx, "DELETE FROM token WHERE account = ?", n); err != nil {
				return err
			}
		}
		if err := do(tx, n); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, admins).Scan(&after); err != nil {
			return err
		}
		if before > 0 && after == 0 {
			return ErrLastAdmin
		}
		if detail != "" {
			shown += " (" + detail + ")"
		}
		return a.logIn(ctx, tx, by, what, shown)
	})
}

// SetRole gives an account another role and ends its sessions.
func (a *Accounts) SetRole(ctx context.Context, by Actor, name string, role Role) error {
	return a.change(ctx, by, name, "role changed", role.String(), true, func(tx *sql.Tx, n int64) error {
		_, err := tx.ExecContext(ctx, "UPDATE account SET role = ? WHERE n = ?", role.String(), n)
		return err
	})
}

// SetLocked locks an account out, or lets it in again. Its sessions end; its
// tokens are good for nothing while it is locked.
func (a *Accounts) SetLocked(ctx context.Context, by Actor, name string, locked bool) error {
	what := "user unlocked"
	if locked {
		what = "user locked"
	}
	return a.change(ctx, by, name, what, "", true, func(tx *sql.Tx, n int64) error {
		_, err := tx.ExecContext(ctx, "UPDATE account SET locked = ? WHERE n = ?", locked, n)
		return err
	})
}

// SetPassword gives an account another password and ends its sessions and its tokens.
func (a *Accounts) SetPassword(ctx context.Context, by Actor, name, password string) error {
	if err := CheckPassword(name, password); err != nil {
		return err
	}
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.change(ctx, by, name, "password changed", "", false, func(tx *sql.Tx, n int64) error {
		_, err := tx.ExecContext(ctx, "UPDATE account SET password = ? WHERE n = ?", hash, n)
		return err
	})
}

// Remove takes an account away, with all that lets it in. What it decided and
// what the log says of it stays.
func (a *Accounts) Remove(ctx context.Context, by Actor, name string) error {
	return a.change(ctx, by, name, "user removed", "", false, func(tx *sql.Tx, n int64) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM account WHERE n = ?", n)
		return err
	})
}

// Removed reports whether an account of this name was removed before: its
// decisions stand, and another person's would look the same.
func (a *Accounts) Removed(ctx context.Context, name string) (bool, error) {
	rows, err := a.sql.QueryContext(ctx, "SELECT detail FROM log WHERE what = 'user removed'")
	if err != nil {
		return false, refusal(a.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var was string
		if err := rows.Scan(&was); err != nil {
			return false, refusal(a.path, err)
		}
		if nameKey(was) == nameKey(name) {
			return true, nil
		}
	}
	return false, refused(a.path, rows.Err())
}

// verify compares name and password. It takes as long for a name that nobody
// has, or that is locked, as for one that somebody has, and is ErrDenied for
// each of them. shown is the account's own spelling, "" where there is none.
func (a *Accounts) verify(ctx context.Context, name, password string) (n int64, shown string, err error) {
	var kept string
	var locked bool
	err = a.sql.QueryRowContext(ctx, "SELECT n, name, password, locked FROM account WHERE key = ?", nameKey(name)).Scan(&n, &shown, &kept, &locked)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		kept = a.hasher.decoy()
	case err != nil:
		return 0, "", refusal(a.path, err)
	}
	if len(password) > mostPassword {
		password = "" // nobody has an empty one
	}
	ok, stale, err := a.hasher.matches(ctx, password, kept)
	if err != nil {
		return 0, shown, err
	}
	if !ok || locked || shown == "" {
		return 0, shown, ErrDenied
	}
	if stale {
		hash, err := a.hasher.hash(ctx, password)
		if err == nil {
			_, err = a.sql.ExecContext(ctx, "UPDATE account SET password = ? WHERE n = ? AND password = ?", hash, n, kept)
		}
		if err != nil {
			return 0, shown, err
		}
	}
	return n, shown, nil
}
