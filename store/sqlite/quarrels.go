package sqlite

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
	"mahdar/store"
)

// quarrels is a question to table disagreement, answered a part at a time.
type quarrels struct {
	from  string
	where []string
	param map[string]any
	order string
	size  int
	want  int // that the question asks for, 0 for all
	begun bool
	than  string
	done  bool
}

// quarrels asks q. It is nil where nothing can answer.
func (l *loader) quarrels(q store.Query) (*quarrels, error) {
	x := &quarrels{want: q.Limit, from: "disagreement d INDEXED BY disagreement_order", where: []string{"1"}, param: map[string]any{}, than: ">", order: "d.at, d.hash"}
	if q.Back {
		x.than, x.order = "<", "d.at DESC, d.hash DESC"
	}
	if q.Process != nil {
		var n int64
		found, err := l.r.one(func(s *sqlite3.Stmt) { n = s.ColumnInt64(0) }, "SELECT n FROM term WHERE word = ?", *q.Process)
		if err != nil || !found {
			return nil, err
		}
		x.from, x.where = "disagreement d INDEXED BY disagreement_talks", append(x.where, "d.process = :process")
		x.param["process"] = n
	}
	if !q.ID.IsZero() {
		x.from, x.where = "disagreement d NOT INDEXED", append(x.where, "d.hash = :id")
		x.param["id"] = q.ID.Hash
	}
	if !q.About.IsZero() {
		kin, err := l.kinOf(q.About)
		if err != nil {
			return nil, err
		}
		x.from, x.where = "disagreement d INDEXED BY disagreement_subject", append(x.where, "d.subject IN (SELECT value FROM json_each(:abouts))")
		x.param["abouts"] = hashes(kin)
	}
	if n := number(q.From); n > 0 {
		x.where = append(x.where, "d.last >= :from")
		x.param["from"] = n
	}
	if n := number(q.To); n > 0 {
		x.where = append(x.where, "d.first <= :to")
		x.param["to"] = n
	}
	if q.After != "" {
		p, err := store.ParsePlace(q.After)
		if err != nil {
			return nil, err
		}
		x.after(p)
	}
	return x, nil
}

func (x *quarrels) after(p store.Place) {
	if !x.begun {
		x.where = append(x.where, fmt.Sprintf("(d.at, d.hash) %s (:at, :hash)", x.than))
	}
	x.begun = true
	x.param["at"], x.param["hash"] = p.At, p.Tie
}

// next reads the next part.
func (x *quarrels) next(l *loader) (out []*record.Disagreement, err error) {
	if x.size = min(max(2*x.size, leastPart/2), mostPart/4); x.want > 0 {
		x.size = min(x.size, x.want)
	}
	x.param["size"] = x.size
	var last store.Place
	err = l.r.named(func(s *sqlite3.Stmt) error {
		d := new(record.Disagreement)
		if err := json.Unmarshal(s.ColumnRawBlob(0), d); err != nil {
			return err
		}
		last = store.Place{At: s.ColumnInt64(1), Tie: s.ColumnInt64(2)}
		d.At = last.String()
		out = append(out, d)
		return nil
	}, "SELECT d.body, d.at, d.hash FROM "+x.from+" WHERE "+strings.Join(x.where, " AND ")+" ORDER BY "+x.order+" LIMIT :size", x.param)
	if x.done = len(out) < x.size; !x.done {
		x.after(last)
	}
	return out, err
}
