package web

import (
	"net/url"
	"strconv"
	"time"

	"mahdar/record"
	"mahdar/review"
)

// mostBulk is how many facts are decided together.
const mostBulk = 1000

// bulkPage asks whether all facts of a choice are to be decided alike.
type bulkPage struct {
	Choice  choosing
	Query   string
	N       int
	Cut     bool // there are more
	Sample  []line
	Changed bool // there were others when it was asked for
}

// chosen are the facts of a choice that the coder has not judged.
func (d *desk) chosen(v *visit, c choosing) (fs []*record.Fact, cut bool, err error) {
	own := d.own(v)
	st, err := own.State(v.ctx())
	if err != nil {
		return nil, false, err
	}
	for _, k := range c.kinds() {
		if k == record.Disagreements {
			continue
		}
		q := c.query(k)
		q.Most = fewEvidence
		for f, err := range own.Facts(v.ctx(), q) {
			if err != nil {
				return nil, false, err
			}
			if len(f.Evidence) == 0 || !c.fits(f) || st.Reviewed(f.ID) {
				continue
			}
			if len(fs) == mostBulk {
				return fs, true, nil
			}
			fs = append(fs, f)
		}
	}
	return fs, false, nil
}

func (d *desk) showBulk(v *visit) error {
	return d.bulkAsk(v, choosingOf(v.URL.Query()), false)
}

func (d *desk) bulkAsk(v *visit, c choosing, changed bool) error {
	if c.Rule == "" { // only what one rule has found is alike enough
		return &fault{422, "bulk-needs-rule"}
	}
	c.All = false
	fs, cut, err := d.chosen(v, c)
	if err != nil {
		return err
	}
	p := bulkPage{Choice: c, Query: c.values().Encode(), N: len(fs), Cut: cut, Changed: changed, Sample: lines(v.lang, fs[:min(len(fs), 12)])}
	status := 200
	if changed {
		status = 409
	}
	return d.render(v, status, "desk_bulk", titleKey("bulk"), p)
}

// bulk decides all facts of a choice alike, if they still are as many as the
// coder has seen. They are taken at one moment, so that one undo undoes all.
func (d *desk) bulk(v *visit) error {
	if err := v.form(); err != nil {
		return err
	}
	q, _ := url.ParseQuery(v.PostForm.Get("back"))
	c := choosingOf(q)
	verb := review.Verb(v.PostForm.Get("verb"))
	if verb != review.Accept && verb != review.Reject || c.Rule == "" {
		return &fault{422, "bad-decision"}
	}
	c.All = false
	fs, _, err := d.chosen(v, c)
	if err != nil {
		return err
	}
	if n, err := strconv.Atoi(v.PostForm.Get("count")); err != nil || n != len(fs) {
		return d.bulkAsk(v, c, true)
	}
	now := time.Now()
	var ds []review.Decision
	for _, f := range fs {
		x := d.new(v, verb, f.ID)
		x.At = now
		ds = append(ds, x.Normal())
	}
	if err := d.take(v, ds...); err != nil {
		return err
	}
	c.Rule = ""
	return v.goTo([]string{"review"}, c.values())
}
