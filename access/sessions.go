package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// How long a session lasts: since it was last used, and at all.
const (
	idleFor = 12 * time.Hour
	atMost  = 7 * 24 * time.Hour
)

const mostSessions = 50 // of one account; the one longest unused goes first

// Session is a browser that has logged in.
type Session struct {
	ID      string // to end it by; it does not let anybody in
	Made    time.Time
	Seen    time.Time
	Address string
	Agent   string
	Here    bool // the one that asks
}

// secret is 256 random bits as letters.
func secret() string {
	b := make([]byte, 32)
	rand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

// plainSecret reports whether s can be what secret has made.
func plainSecret(s string) bool {
	if len(s) != 43 {
		return false
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	return err == nil && len(b) == 32
}

// kept is what is kept of a secret.
func kept(s string) []byte {
	sum := sha256.Sum256([]byte(s))
	return sum[:]
}

// Login compares name and password and begins a session; its secret is for the
// browser alone. Both outcomes are logged. It is ErrDenied, whatever the reason,
// where they do not let in, and ErrBusy where too many log in at once.
func (a *Accounts) Login(ctx context.Context, name, password, address, agent string) (User, string, error) {
	n, shown, err := a.verify(ctx, name, password)
	if err != nil {
		if !errors.Is(err, ErrDenied) {
			return User{}, "", err
		}
		// A name that nobody has may be a password in the wrong field: it is not kept.
		if shown == "" {
			shown = "a name that nobody has"
		}
		return User{}, "", errors.Join(err, a.Log(ctx, Actor{Address: address}, "login failed", shown))
	}
	s := secret()
	var u User
	err = a.writing(ctx, func(tx *sql.Tx) error {
		u, err = a.begin(ctx, tx, n, s, address, agent)
		if err != nil {
			return err
		}
		return a.logIn(ctx, tx, Actor{u.Name, address}, "login", "")
	})
	if err != nil {
		return User{}, "", err
	}
	return u, s, nil
}

// begin begins a session of account n and clears away those that have ended.
func (a *Accounts) begin(ctx context.Context, tx *sql.Tx, n int64, s, address, agent string) (User, error) {
	now := a.now()
	for _, q := range []struct {
		sql  string
		args []any
	}{
		{"DELETE FROM session WHERE seen < ? OR made < ?", []any{now.Add(-idleFor).Unix(), now.Add(-atMost).Unix()}},
		{"DELETE FROM token WHERE ends < ?", []any{now.Unix()}},
		{"DELETE FROM session WHERE id IN (SELECT id FROM session WHERE account = ? ORDER BY seen DESC LIMIT -1 OFFSET ?)", []any{n, mostSessions - 1}},
		{"INSERT INTO session (id, account, made, seen, address, agent) VALUES (?,?,?,?,?,?)", []any{kept(s), n, now.Unix(), now.Unix(), address, agentName(agent)}},
		{"UPDATE account SET seen = ? WHERE n = ?", []any{now.Unix(), n}},
	} {
		if _, err := tx.ExecContext(ctx, q.sql, q.args...); err != nil {
			return User{}, err
		}
	}
	var u User
	var role string
	err := tx.QueryRowContext(ctx, "SELECT name, role FROM account WHERE n = ? AND NOT locked", n).Scan(&u.Name, &role)
	if errors.Is(err, sql.ErrNoRows) { // removed or locked in between
		return User{}, ErrDenied
	}
	if err != nil {
		return User{}, err
	}
	u.Role, err = ParseRole(role)
	return u, err
}

// again begins a session of account n, whose password has just been compared.
func (a *Accounts) again(ctx context.Context, n int64, address, agent string) (string, error) {
	s := secret()
	err := a.writing(ctx, func(tx *sql.Tx) error {
		_, err := a.begin(ctx, tx, n, s, address, agent)
		return err
	})
	return s, err
}

// agentName is what a browser calls itself, fit for a line.
func agentName(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))
	return s[:min(len(s), 200)]
}

// session is whose session a secret is, the zero User where it is none or over. It is
// used by that.
func (a *Accounts) session(ctx context.Context, s string) (User, *Session, error) {
	u, sess, err := a.peek(ctx, s)
	if err != nil || sess == nil {
		return u, sess, err
	}
	// Every page writing once would be too much; a minute is near enough.
	now := a.now()
	if now.Sub(sess.Seen) > time.Minute {
		if _, err := a.sql.ExecContext(ctx, "UPDATE session SET seen = ? WHERE id = ?", now.Unix(), kept(s)); err != nil {
			return User{}, nil, refusal(a.path, err)
		}
	}
	sess.Seen = now
	return u, sess, nil
}

// peek is session for one who only looks on: the session grows as old as it would.
func (a *Accounts) peek(ctx context.Context, s string) (User, *Session, error) {
	if !plainSecret(s) {
		return User{}, nil, nil
	}
	id, now := kept(s), a.now()
	var u User
	var role string
	var made, seen int64
	var sess Session
	err := a.sql.QueryRowContext(ctx, `SELECT a.name, a.role, s.made, s.seen, s.address, s.agent FROM session s JOIN account a ON a.n = s.account
		WHERE s.id = ? AND NOT a.locked AND s.seen >= ? AND s.made >= ?`, id, now.Add(-idleFor).Unix(), now.Add(-atMost).Unix()).
		Scan(&u.Name, &role, &made, &seen, &sess.Address, &sess.Agent)
	if errors.Is(err, sql.ErrNoRows) {
		return User{}, nil, nil
	}
	if err != nil {
		return User{}, nil, refusal(a.path, err)
	}
	if u.Role, err = ParseRole(role); err != nil {
		return User{}, nil, err
	}
	sess.ID, sess.Made, sess.Seen, sess.Here = hex.EncodeToString(id[:8]), at(made), at(seen), true
	return u, &sess, nil
}

// Logout ends the session of a secret.
func (a *Accounts) Logout(ctx context.Context, s string) error {
	_, err := a.sql.ExecContext(ctx, "DELETE FROM session WHERE id = ?", kept(s))
	return refused(a.path, err)
}

// Sessions are the sessions of an account that have not ended, the last used first.
func (a *Accounts) Sessions(ctx context.Context, name string) ([]*Session, error) {
	now := a.now()
	rows, err := a.sql.QueryContext(ctx, `SELECT s.id, s.made, s.seen, s.address, s.agent FROM session s JOIN account a ON a.n = s.account
		WHERE a.key = ? AND s.seen >= ? AND s.made >= ? ORDER BY s.seen DESC, s.made DESC`, nameKey(name), now.Add(-idleFor).Unix(), now.Add(-atMost).Unix())
	if err != nil {
		return nil, refusal(a.path, err)
	}
	defer rows.Close()
	var out []*Session
	for rows.Next() {
		var s Session
		var id []byte
		var made, seen int64
		if err := rows.Scan(&id, &made, &seen, &s.Address, &s.Agent); err != nil {
			return nil, refusal(a.path, err)
		}
		s.ID, s.Made, s.Seen = hex.EncodeToString(id[:min(8, len(id))]), at(made), at(seen)
		out = append(out, &s)
	}
	return out, refused(a.path, rows.Err())
}

// EndSessions ends the session id of an account, or all but the one named
// except where id is "".
func (a *Accounts) EndSessions(ctx context.Context, by Actor, name, id, except string) error {
	return a.writing(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, `DELETE FROM session WHERE account = (SELECT n FROM account WHERE key = ?1)
			AND (lower(hex(substr(id, 1, 8))) = ?2 OR (?2 = '' AND lower(hex(substr(id, 1, 8))) <> ?3))`, nameKey(name), id, except)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		return a.logIn(ctx, tx, by, "sessions ended", name)
	})
}

// Token is what lets a program in, in the name of an account.
type Token struct {
	Label string    `json:"label"`
	Name  string    `json:"name"`
	Role  Role      `json:"role"`
	Made  time.Time `json:"made"`
	Ends  time.Time `json:"ends"`
	Seen  time.Time `json:"last_used,omitzero"`
}

// tokenPrefix begins every token, so that one that was published is found.
const tokenPrefix = "mahdar_"

const mostLabel = 100 // bytes

// AddToken makes a token for the account name and returns it; it is shown this
// once. It may do what role and the account's role both may.
func (a *Accounts) AddToken(ctx context.Context, by Actor, name, label string, role Role, ends time.Time) (string, error) {
	label = strings.Join(strings.Fields(label), " ")
	if label == "" || len(label) > mostLabel || strings.ContainsFunc(label, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return "", errors.New("a token has a label that says what it is for, for instance «notebook»")
	}
	if !ends.After(a.now()) {
		return "", errors.New("a token ends in the future")
	}
	t := tokenPrefix + secret()
	err := a.writing(ctx, func(tx *sql.Tx) error {
		var n int64
		var had int
		var shown, has string
		err := tx.QueryRowContext(ctx, "SELECT n, name, role FROM account WHERE key = ?", nameKey(name)).Scan(&n, &shown, &has)
		if errors.Is(err, sql.ErrNoRows) {
			return ErrUnknown
		}
		if err != nil {
			return err
		}
		if own, err := ParseRole(has); err != nil || !own.Can(role) {
			return errors.Join(err, fmt.Errorf("%s is %s: a token cannot be more", shown, has))
		}
		if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM token WHERE account = ? AND label = ?", n, label).Scan(&had); err != nil {
			return err
		}
		if had > 0 {
			return fmt.Errorf("%s has a token called %q already; remove it first, or call this one something else", shown, label)
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO token (id, account, label, role, made, ends) VALUES (?,?,?,?,?,?)", kept(t), n, label, role.String(), a.now().Unix(), ends.Unix()); err != nil {
			return err
		}
		return a.logIn(ctx, tx, by, "token added", fmt.Sprintf("%s: %s (%s, until %s)", shown, label, role, ends.UTC().Format(time.DateOnly)))
	})
	if err != nil {
		return "", err
	}
	return t, nil
}

// token is in whose name a program asks, the zero User where nobody's.
func (a *Accounts) token(ctx context.Context, t string) (User, error) {
	if s, ok := strings.CutPrefix(t, tokenPrefix); !ok || !plainSecret(s) {
		return User{}, nil
	}
	var u User
	var own, given string
	var seen int64
	now := a.now()
	err := a.sql.QueryRowContext(ctx, "SELECT a.name, a.role, t.role, t.seen FROM token t JOIN account a ON a.n = t.account WHERE t.id = ? AND NOT a.locked AND t.ends > ?", kept(t), now.Unix()).Scan(&u.Name, &own, &given, &seen)
	if errors.Is(err, sql.ErrNoRows) {
		return User{}, nil
	}
	if err != nil {
		return User{}, refusal(a.path, err)
	}
	ownRole, err1 := ParseRole(own)
	givenRole, err2 := ParseRole(given)
	if err := errors.Join(err1, err2); err != nil {
		return User{}, err
	}
	if now.Sub(at(seen)) > time.Minute {
		if _, err := a.sql.ExecContext(ctx, "UPDATE token SET seen = ? WHERE id = ?", now.Unix(), kept(t)); err != nil {
			return User{}, refusal(a.path, err)
		}
	}
	u.Role, u.Program = min(ownRole, givenRole), true
	return u, nil
}

// Tokens are the tokens of an account, of all accounts where name is "".
func (a *Accounts) Tokens(ctx context.Context, name string) ([]*Token, error) {
	rows, err := a.sql.QueryContext(ctx, `SELECT t.label, a.name, t.role, t.made, t.ends, t.seen FROM token t JOIN account a ON a.n = t.account
		WHERE ?1 = '' OR a.key = ?1 ORDER BY a.key, t.label`, nameKey(name))
	if err != nil {
		return nil, refusal(a.path, err)
	}
	defer rows.Close()
	var out []*Token
	for rows.Next() {
		var t Token
		var role string
		var made, ends, seen int64
		if err := rows.Scan(&t.Label, &t.Name, &role, &made, &ends, &seen); err != nil {
			return nil, refusal(a.path, err)
		}
		t.Role, _ = ParseRole(role)
		t.Made, t.Ends, t.Seen = at(made), at(ends), at(seen)
		out = append(out, &t)
	}
	return out, refused(a.path, rows.Err())
}

// RemoveToken takes a token away; ErrUnknown where there is none of that label.
func (a *Accounts) RemoveToken(ctx context.Context, by Actor, name, label string) error {
	return a.writing(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "DELETE FROM token WHERE account = (SELECT n FROM account WHERE key = ?) AND label = ?", nameKey(name), label)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, ErrUnknown)
		}
		return a.logIn(ctx, tx, by, "token removed", name+": "+label)
	})
}
