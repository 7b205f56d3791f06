package access

import (
	"context"
	"database/sql"
	"iter"
	"slices"
	"time"
	"unicode/utf8"
)

// Line is one line of the log.
type Line struct {
	N       int64     `json:"n"`
	At      time.Time `json:"at"`
	Who     string    `json:"who,omitempty"` // "" where nobody had logged in
	What    string    `json:"what"`
	Detail  string    `json:"detail,omitempty"`
	Address string    `json:"from,omitempty"`
}

const mostDetail = 500 // bytes

// Log adds a line to the log.
func (a *Accounts) Log(ctx context.Context, by Actor, what, detail string) error {
	return a.writing(ctx, func(tx *sql.Tx) error { return a.logIn(ctx, tx, by, what, detail) })
}

func (a *Accounts) logIn(ctx context.Context, tx *sql.Tx, by Actor, what, detail string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO log (at, who, what, detail, address) VALUES (?,?,?,?,?)", a.now().Unix(), by.Name, what, shortened(detail), by.Address)
	return err
}

// shortened is s without what does not fit a line.
func shortened(s string) string {
	if len(s) <= mostDetail {
		return s
	}
	n := mostDetail
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// LogQuery says which lines of the log are wanted.
type LogQuery struct {
	Before int64  // only lines with smaller numbers; 0 is all
	Who    string // only of this user
	What   string // only of this kind
	Limit  int    // 0 is 100
}

// Lines are lines of the log, the newest first.
func (a *Accounts) Lines(ctx context.Context, q LogQuery) ([]*Line, error) {
	if q.Limit <= 0 {
		q.Limit = 100
	}
	return a.lines(ctx, q)
}

func (a *Accounts) lines(ctx context.Context, q LogQuery) ([]*Line, error) {
	rows, err := a.sql.QueryContext(ctx, `SELECT n, at, who, what, detail, address FROM log
		WHERE (?1 = 0 OR n < ?1) AND (?2 = '' OR who = ?2) AND (?3 = '' OR what = ?3) ORDER BY n DESC LIMIT ?4`, q.Before, q.Who, q.What, q.Limit)
	if err != nil {
		return nil, refusal(a.path, err)
	}
	defer rows.Close()
	var out []*Line
	for rows.Next() {
		var l Line
		var when int64
		if err := rows.Scan(&l.N, &when, &l.Who, &l.What, &l.Detail, &l.Address); err != nil {
			return nil, refusal(a.path, err)
		}
		l.At = at(when)
		out = append(out, &l)
	}
	return out, refused(a.path, rows.Err())
}

// Latest are the last q.Limit lines (0 is all), the oldest of them first.
func (a *Accounts) Latest(ctx context.Context, q LogQuery) iter.Seq2[*Line, error] {
	return func(yield func(*Line, error) bool) {
		if q.Limit == 0 {
			q.Limit = -1 // to SQLite, no limit
		}
		lines, err := a.lines(ctx, q)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, l := range slices.Backward(lines) {
			if !yield(l, nil) {
				return
			}
		}
	}
}
