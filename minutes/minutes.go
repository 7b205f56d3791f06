package minutes

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"mahdar/record"
	"mahdar/store"
)

// Source is what minutes need of a record; a store.Store is one.
type Source interface {
	Counts(ctx context.Context) (store.Counts, error)
	Processes(ctx context.Context) ([]store.Process, error)
	Facts(ctx context.Context, q store.Query) iter.Seq2[*record.Fact, error]
}

// Options say how the minutes are worded.
type Options struct {
	Lang Lang
	// ProcessName is the name of the talks behind a key, "" where it is not
	// known; nil knows none.
	ProcessName func(key string, l Lang) string
	// Isolate puts Unicode isolates around words of the sources, for terminals,
	// where nothing else keeps Arabic from scrambling beside Latin.
	Isolate bool
}

// Write puts the whole record down as Markdown.
func Write(ctx context.Context, w io.Writer, src Source, opt Options) error {
	if opt.Lang == "" {
		opt.Lang = Arabic
	}
	b := bufio.NewWriter(w)
	p := &printer{w: b, src: src, opt: opt, ctx: ctx, cited: map[string]int{}}
	if err := p.document(); err != nil {
		return err
	}
	return b.Flush()
}

// printer writes one document and counts the sources that it cites.
type printer struct {
	ctx   context.Context
	w     *bufio.Writer // keeps its first error for Flush
	src   Source
	opt   Options
	cited map[string]int
	arts  []*record.Article // by number less one
}

func (p *printer) f(format string, a ...any)    { fmt.Fprintf(p.w, format, a...) }
func (p *printer) label(key string) string      { return Label(p.opt.Lang, key) }
func (p *printer) count(n int, k string) string { return Count(p.opt.Lang, n, k) }

func (p *printer) document() error {
	c, err := p.src.Counts(p.ctx)
	if err != nil {
		return err
	}
	html := p.opt.Lang == Arabic && !p.opt.Isolate
	if html {
		p.f("<div dir=\"rtl\" lang=\"ar\">\n\n")
	}
	p.f("# %s\n\n%s · %s · %s · %s\n", p.label("minutes"), p.count(c.Articles, "article"), p.count(c.Of(record.Actors), "actor"),
		p.count(c.Of(record.Meetings), "meeting"), p.count(c.Of(record.Statements), "statement"))
	ps, err := p.src.Processes(p.ctx)
	if err != nil {
		return err
	}
	for _, t := range ps {
		if err := p.process(t.Key); err != nil {
			return err
		}
	}
	if err := p.loose(); err != nil {
		return err
	}
	if len(p.arts) == 0 {
		p.f("\n%s\n", p.label("empty"))
	} else {
		p.sources()
	}
	if html {
		p.f("\n</div>\n")
	}
	return nil
}

func (p *printer) process(key string) error {
	name := p.label("process-none")
	if key != "" {
		name = p.code(key)
		if p.opt.ProcessName != nil {
			if n := p.opt.ProcessName(key, p.opt.Lang); n != "" {
				name = p.text(n)
			}
		}
	}
	p.f("\n## %s\n", name)
	var ms []*record.Fact
	for f, err := range p.src.Facts(p.ctx, store.Query{Kind: record.Meetings, Process: &key}) {
		if err != nil {
			return err
		}
		ms = append(ms, f)
	}
	for _, f := range inOrder(ms) {
		if err := p.meeting(record.MergeMeeting(f)); err != nil {
			return err
		}
	}
	return nil
}

// inOrder puts numbered meetings without a day between those with one: the
// second round before the third, wherever its day is not told. ms come by day,
// those without one last.
func inOrder(ms []*record.Fact) []*record.Fact {
	var out, undated []*record.Fact
	for _, m := range ms {
		if m.First == "" && m.Ordinal > 0 {
			undated = append(undated, m)
		} else {
			out = append(out, m)
		}
	}
	for _, u := range undated {
		at := len(out)
		for i, m := range out {
			if m.Ordinal > u.Ordinal || m.First == "" && m.Ordinal == 0 {
				at = i
				break
			}
		}
		out = append(out[:at], append([]*record.Fact{u}, out[at:]...)...)
	}
	return out
}

// about lists, under headings of the given level that begin with before, what
// was said and done around a meeting.
func (p *printer) about(q store.Query, level int, before string) error {
	for _, s := range []struct {
		kind    record.Kind
		heading string
	}{
		{record.Statements, "said"}, {record.Commitments, "commitments"}, {record.Demands, "demands"},
		{record.Ceasefires, "ceasefires"}, {record.Figures, "figures"},
	} {
		q.Kind = s.kind
		if err := p.section(q, strings.Repeat("#", level)+" "+before+p.label(s.heading)); err != nil {
			return err
		}
	}
	return nil
}

// section lists the facts that q asks for under a heading; nothing where there are none.
func (p *printer) section(q store.Query, heading string) error {
	first := true
	for f, err := range p.src.Facts(p.ctx, q) {
		if err != nil {
			return err
		}
		if first {
			p.f("\n%s\n\n", heading)
			first = false
		}
		p.line(f)
	}
	return nil
}

// loose lists what belongs to no meeting, and the incidents.
func (p *printer) loose() error {
	if err := p.about(store.Query{Loose: true}, 2, p.label("loose")+": "); err != nil {
		return err
	}
	return p.section(store.Query{Kind: record.Incidents}, "## "+p.label("incidents"))
}
