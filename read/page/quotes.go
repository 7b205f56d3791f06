package page

import "mahdar/arabic"

// Quote is a pair of quotation marks. Open and Close are the tokens of the
// marks; the words stand between. Where a mark has no partner, Close is the
// token after the last of the paragraph and Closed is false.
type Quote struct {
	Open, Close int
	Closed      bool
	Outer       int // index of the quotation that it stands in, -1 for none
}

// Quotes are the quotations of an article and which token stands in which.
type Quotes struct {
	List []Quote
	in   []int32 // by token: 1 + index of the innermost quotation around it
	open []int32 // by token: 1 + index of the quotation it opens
}

// longest bounds the tokens of a quotation whose mark is never closed.
const longest = 400

// findQuotes pairs the marks paragraph by paragraph in one pass. Direction is
// told by the letter («, ») or, for marks that writers use both ways (“ ” " '), by
// the side that the words touch. An unpaired mark ends with its sentence or,
// where the next line begins with a mark, its paragraph, so that it cannot take the
// rest of the article.
func findQuotes(p *Page) *Quotes {
	q := &p.marked
	q.List, q.in, q.open = q.List[:0], Cleared(q.in, len(p.Tokens)), Cleared(q.open, len(p.Tokens))
	var stack []int
	n := len(p.Tokens)
	for i, from := -1, 0; i < n; from = i + 1 {
		i = p.Next(i+1, n, QuoteMark|apostrophe)
		for k := from; len(stack) > 0 && k <= i && k < n; k++ { // a line break closes what is open
			if p.Tokens[k].Gap >= arabic.Line {
				q.closeAll(p, &stack, k)
			}
		}
		if i == n {
			break
		}
		if !quoteMark(p, i) || len(stack) == 0 && doubled(p, i) {
			continue
		}
		if q.closes(p, stack, i) {
			top := stack[len(stack)-1]
			q.List[top].Close, q.List[top].Closed = i, true
			stack = stack[:len(stack)-1]
			continue
		}
		if p.Tokens[i].Word == "»" || !touchesNext(p, i) || len(stack) >= 4 {
			continue
		}
		outer := -1
		if len(stack) > 0 {
			outer = stack[len(stack)-1]
		}
		stack = append(stack, len(q.List))
		q.List = append(q.List, Quote{Open: i, Close: -1, Outer: outer})
		q.open[i] = int32(len(q.List))
	}
	q.closeAll(p, &stack, n)
	for k, x := range q.List {
		for i := x.Open + 1; i < x.Close; i++ {
			q.in[i] = int32(k + 1)
		}
	}
	return q
}

// quoteMark reports whether token i is a quotation mark; a single apostrophe is
// one where it touches a word on one side only.
func quoteMark(p *Page, i int) bool {
	t := p.Tokens[i]
	if t.Kind == arabic.Quote {
		return true
	}
	return t.Word == "'" && (t.Gap == arabic.None) != (i+1 < len(p.Tokens) && p.Tokens[i+1].Gap == arabic.None && !p.Mark(i+1))
}

// doubled reports whether the mark at token i is typed twice before what it opens, as a
// mark further on in the line closes that: «قال: "" الطريق طويل"».
func doubled(p *Page, i int) bool {
	n := len(p.Tokens)
	if i+2 >= n || p.Tokens[i].Word != "\"" || p.Tokens[i+1].Word != "\"" || p.Tokens[i+1].Gap != arabic.None {
		return false
	}
	j := p.Next(i+2, n, QuoteMark)
	for k := i + 2; k <= j && k < n; k++ {
		if p.Tokens[k].Gap >= arabic.Line {
			return false
		}
	}
	return j < n && j > i+2
}

func touchesNext(p *Page, i int) bool {
	return i+1 < len(p.Tokens) && (p.Tokens[i+1].Gap <= arabic.Space || p.Tokens[i].Word != "»")
}

// closes reports whether the mark at i closes the innermost open quotation.
func (q *Quotes) closes(p *Page, stack []int, i int) bool {
	if len(stack) == 0 {
		return false
	}
	open := p.Tokens[q.List[stack[len(stack)-1]].Open].Word
	w := p.Tokens[i].Word
	switch w {
	case "»":
		return open == "«" || open == "\"" || open == "“"
	case "«", "„":
		return false
	}
	if open == "«" {
		return false
	}
	if (open == "'") != (w == "'") {
		return false
	}
	before, after := p.Tokens[i].Gap == arabic.None, i+1 < len(p.Tokens) && p.Tokens[i+1].Gap == arabic.None
	if w == "”" && open != "”" || before && !after {
		return true
	}
	if !before && after && !wide(p.Tokens[i+1].Word) {
		return false // touches only what follows: opens another
	}
	return true
}

// wide marks stand apart from words on both sides in careless typing.
func wide(w string) bool { return w == "." || w == "،" || w == "," || w == ":" }

// closeAll ends the open quotations at token i, the end of their paragraph.
func (q *Quotes) closeAll(p *Page, stack *[]int, i int) {
	for _, k := range *stack {
		x := &q.List[k]
		end := i
		if s := p.SentenceOf(x.Open); s < len(p.Sentences) && i-x.Open > longest {
			end = min(end, p.Sentences[s].Last)
		}
		x.Close = max(end, x.Open+1)
	}
	*stack = (*stack)[:0]
}

// In is the innermost quotation around token i.
func (q *Quotes) In(i int) (Quote, bool) {
	if i < 0 || i >= len(q.in) || q.in[i] == 0 {
		return Quote{}, false
	}
	return q.List[q.in[i]-1], true
}

// OpenAt is the quotation that the mark at token i opens.
func (q *Quotes) OpenAt(i int) (Quote, bool) {
	if i < 0 || i >= len(q.open) || q.open[i] == 0 {
		return Quote{}, false
	}
	return q.List[q.open[i]-1], true
}
