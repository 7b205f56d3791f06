package incidents

import (
	"slices"

	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/read/page"
)

// Find adds the incidents of the article to p.Reading: the deeds that it tells as
// done, on its own word or somebody's. It needs blocks, dates, mentions and
// statements to have been found.
func Find(p *page.Page) {
	pool := p.Lex.Scratch(page.IncidentsScratch)
	r, ok := pool.Get().(*reader)
	if !ok {
		r = &reader{}
	}
	r.begin(p)
	list := r.read()
	told, parties := 0, 0
	for k := range list {
		if d := &list[k]; done(d.modal) {
			told, parties = told+1, parties+len(d.actor)+len(d.recipient)
		}
	}
	names := make([]string, 0, parties)
	p.Reading.Incidents = slices.Grow(p.Reading.Incidents, told)
	for k := range list {
		if d := &list[k]; done(d.modal) {
			p.Reading.Incidents = append(p.Reading.Incidents, d.incident(p, &names))
		}
	}
	if r.end() {
		pool.Put(r)
	}
}

// reader is the state of reading one article.
type reader struct {
	p        *page.Page
	sent     arabic.Sentence
	held     []int32 // by token: 1 + index of the innermost statement that it is content of
	clauses  []clause
	comps    []complement // of all clauses, piece by piece
	spare    []complement // of the clause in hand
	spans    []span       // of all complements
	clauseAt []int32      // by token: 1 + index of the clause after it
	pieces   []piece      // complements that were read
	pieceAt  []int32      // by token: 1 + index of the piece at it
	bits     []uint64     // by token: what its word is (bits.go)
	union    []uint64     // by token: what the words of its sentence are from there on
	tells    []int32      // words of the sentence that may tell a deed, the last first
	used     []bool       // by token: it is part of a deed already read
	prev     []party      // who did the last deed of the sentence
	buf      []cue
	light    bool          // a verbal noun is read, whose object may follow ل: استخدام الجيش للقوة
	nouns    []nominal     // of the sentence that were read
	tries    [2]deed       // of the token in hand
	sides    [2][2][]party // room for the actors and recipients of tries
	parts    []span        // of the phrase in hand
	ev       event         // of the noun in hand
	bindings [2]binding    // of the frame in hand and the best before it
	out      []deed
	parties  []party                      // of out
	grammar  []grammar                    // by entry of lexicon.Deeds
	told     func(*page.Page, int) uint64 // what a word tells by itself
}

// read finds all deeds, body first, so that the title's are repeats of them.
func (r *reader) read() []deed {
	p := r.p
	r.lay()
	for _, title := range [...]bool{false, true} {
		for _, s := range p.Sentences {
			if p.Body(s.First) && p.InTitle(s.First) == title {
				r.sentence(s)
			}
		}
	}
	return r.merge()
}

// lay marks the tokens that statements hold, inner ones over outer.
func (r *reader) lay() {
	p, near := r.p, 0
	for n := range p.Reading.Statements {
		for _, s := range p.Reading.Statements[n].Content {
			near = p.TokenNear(s.Start, near)
			end := p.TokenNear(s.End, near)
			if end < len(p.Tokens) && p.Tokens[end].Start < s.End {
				end++
			}
			for k := near; k < end; k++ {
				r.held[k] = int32(n + 1)
			}
		}
	}
}

// sentence reads the deeds of one sentence in order.
func (r *reader) sentence(s arabic.Sentence) {
	p := r.p
	r.sent = s
	r.prev = nil
	r.nouns = r.nouns[:0]
	r.gather(s)
	if len(r.tells) == 0 {
		return
	}
	from := len(r.out)
	for n := len(r.tells) - 1; n >= 0; n-- {
		i := int(r.tells[n])
		if r.used[i] || r.dated(i) {
			continue
		}
		if m := p.Mention(i); m != nil && m.Start <= p.Tokens[i].Start {
			continue
		}
		if d, ok := r.at(i); ok {
			for k := d.cue.first; k < d.cue.last; k++ {
				r.used[k] = true
			}
			for k := d.object.first; k < d.object.last && k < d.object.first+4; k++ { // the noun of a light verb tells nothing more
				r.used[k] = r.used[k] || r.deedNoun(k)
			}
			if d.kind == "COERCE" && !d.finite && d.rule == "incidents.noun-relative" {
				r.used[r.ev.verbNoun.first] = true // حملة اعتقالات طالت ناشطين
			}
			r.dayAhead(d)
			d.actor, d.recipient = r.settle(d, d.actor, false), r.settle(d, d.recipient, true)
			if d.between && d.kind == "ASSAULT" && len(d.actor) == 2 && len(d.recipient) == 0 {
				d.actor, d.recipient = d.actor[:1:1], d.actor[1:] // معارك بين الطرفين
			}
			if len(r.out) > from && d.follows(&r.out[len(r.out)-1]) {
				d.place, d.land = r.out[len(r.out)-1].place, r.out[len(r.out)-1].land
			}
			if d.finite && len(d.actor) > 0 && d.actor[0].animate {
				r.prev = d.actor
			}
			r.out = append(r.out, *d)
		}
	}
	r.join(from)
	if n := len(r.out); n > from && len(r.out[n-1].actor) == 0 && r.out[n-1].kind == "ASSAULT" && r.union[s.First]&wordOccurs != 0 {
		r.claimed(&r.out[n-1])
	}
	if from < len(r.out) && r.out[from].place == "" {
		if d := &r.out[from]; d.kind == "ASSAULT" {
			if s := r.fronted(d.cue.first); !s.empty() {
				r.setPlace(d, s)
				d.front = true
			}
		}
	}
}

// follows reports whether a blow is told as one with that before it, by the same hand, so that
// it was dealt at the same place: «هاجموا القرية في الجبل وخطفوا ثلاثة رجال».
func (d *deed) follows(o *deed) bool {
	return d.kind == "ASSAULT" && o.kind == "ASSAULT" && d.place == "" && o.place != "" && d.finite && o.finite && !d.relative && d.cue.reading.Conj == 'w' &&
		len(d.actor) > 0 && len(o.actor) > 0 && d.actor[0].name == o.actor[0].name
}

// stay is a copy of ps that holds until the article is read.
func (r *reader) stay(ps []party) []party {
	from := len(r.parties)
	r.parties = append(r.parties, ps...)
	return r.parties[from:len(r.parties):len(r.parties)]
}

// gather lays what the words of a sentence are from each of its tokens on, all
// together: most of what is asked for around a deed stands nowhere in its sentence.
// It lists the words that may tell one, the last first.
func (r *reader) gather(s arabic.Sentence) {
	var all uint64
	tells := r.tells[:0]
	bits, union := r.bits[s.First:s.Last], r.union[s.First:s.Last]
	for i := len(bits) - 1; i >= 0; i-- {
		if bits[i]&wordTells != 0 {
			if r.tellsHere(s.First + i) {
				tells = append(tells, int32(s.First+i))
			} else {
				bits[i] &^= wordTells
			}
		}
		all |= bits[i]
		union[i] = all
	}
	r.tells = tells
}

// keyed folds the names of ps, by which deeds are compared, where that was not done
// before.
func keyed(ps []party) {
	for k := range ps {
		if ps[k].key == "" {
			ps[k].key = arabic.Fold(ps[k].name)
		}
	}
}

// at reads the deed that token i tells: the way with most told of it. It holds until
// the next one is read.
func (r *reader) at(i int) (best *deed, found bool) {
	d := &r.tries[0]
	best = &r.tries[1]
	cues := r.cues(i)
	for k := range cues {
		c := &cues[k]
		if c.finite() && !r.verbTells(c) || c.tense == arabic.Masdar && !r.nounHere(c) {
			continue
		}
		if r.tell(c, d) && (!found || d.weight() > best.weight()) {
			best, d, found = d, best, true
		}
	}
	return best, found
}

// tell reads the deed that a cue tells into d.
func (r *reader) tell(c *cue, d *deed) bool {
	switch {
	case c.finite():
		return r.verb(c, d)
	case c.tense == arabic.Masdar:
		return r.noun(c, d)
	case c.tense == arabic.Participle:
		return r.participle(c, d)
	}
	return false
}

// weight is how much is told of a deed.
func (d *deed) weight() int {
	n := 2*(d.cue.last-d.cue.first) + len(d.actor) + 2*len(d.recipient)
	if d.literal {
		n += 3
	}
	if d.finite {
		n++
	}
	return n
}

// incident is the deed as it is given. Names are put into the room of names.
func (d *deed) incident(p *page.Page, names *[]string) fact.Incident {
	if d.kind == "CONSULT" && d.mode == "visit" {
		d.visited(p)
	}
	actor, recipient := listed(d.actor, names), listed(d.recipient, names)
	if d.kind == "CONSULT" || d.kind == "AGREE" { // who met is named once, however many tellings were put together
		recipient = slices.DeleteFunc(recipient, func(name string) bool { return slices.Contains(actor, name) })
	}
	return fact.Incident{Type: d.kind, Mode: d.mode, CAMEO: p.Lex.CAMEO(d.kind, d.mode), Actor: actor, Recipient: recipient, Date: d.date,
		Place: d.place, Weapon: d.weapon, Modal: d.modal, Source: d.source, Rule: d.rule, Evidence: d.evidence}
}

// listed are the names of parties, each once, nil for none.
func listed(ps []party, names *[]string) []string {
	if len(ps) == 0 {
		return nil
	}
	from := len(*names)
	for k := range ps {
		if !ps[k].vain && !slices.Contains((*names)[from:], ps[k].name) {
			*names = append(*names, ps[k].name)
		}
	}
	return (*names)[from:len(*names):len(*names)]
}
