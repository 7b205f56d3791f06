package repeats

import (
	"mahdar/arabic"
	"mahdar/fact"
	"mahdar/text"
)

// The sizes of sketches and the least that is signed. A sketch keeps the
// smallest hash in each of its bins; the share of bins on which two sketches
// agree estimates the share of runs that two texts have in common.
const (
	shingle        = 3  // words in a run
	wholeBins      = 64 // of an article
	paragraphBins  = 16
	leastParagraph = 8 // words of a paragraph that is signed
	leastWhole     = 20
)

// Signature is what is remembered of an article's words: about 100 bytes a
// paragraph. It can be kept beside the reading and compared on any machine.
type Signature struct {
	Words      int                // of the body
	Whole      *[wholeBins]uint32 // nil where the body is too short to tell
	Paragraphs []Paragraph
}

// Paragraph is what is remembered of one paragraph.
type Paragraph struct {
	Span   text.Span
	Words  int
	Exact  uint64 // hash of its folded words
	Sketch [paragraphBins]uint32
}

// Sign makes the signature of an article from its words and its blocks.
func Sign(t *arabic.Text, bs []fact.Block) Signature {
	var sig Signature
	var whole sketch
	for _, b := range bs {
		if b.Kind == fact.Boilerplate || b.Kind == fact.Dateline || b.Kind == fact.Title {
			continue
		}
		var p Paragraph
		var part sketch
		p.Exact = offset64
		var last [shingle]uint64
		for i := t.TokenAt(b.Start); i < len(t.Tokens) && t.Tokens[i].Start < b.End; i++ {
			k := t.Tokens[i]
			if k.Kind == arabic.Punct || k.Kind == arabic.Quote {
				continue
			}
			h := hashWord(k.Word)
			p.Exact = (p.Exact ^ h) * prime64
			copy(last[:], last[1:])
			last[shingle-1] = h
			if p.Words++; p.Words < shingle {
				continue
			}
			run := mix(last[0]*3 + last[1]*5 + last[2]*7)
			whole.add(run, wholeBins)
			part.add(run, paragraphBins)
		}
		sig.Words += p.Words
		if p.Words >= leastParagraph {
			p.Span = b.Span
			copy(p.Sketch[:], part.filled(paragraphBins))
			sig.Paragraphs = append(sig.Paragraphs, p)
		}
	}
	if sig.Words >= leastWhole {
		sig.Whole = new([wholeBins]uint32)
		copy(sig.Whole[:], whole.filled(wholeBins))
	}
	return sig
}

// sketch is the smallest hash in each of up to 64 bins; 0 is an empty bin.
type sketch struct{ low [wholeBins]uint32 }

func (s *sketch) add(run uint64, bins int) {
	bin := run % uint64(bins)
	v := uint32(run>>32) | 1
	if s.low[bin] == 0 || v < s.low[bin] {
		s.low[bin] = v
	}
}

// filled gives every empty bin the value of the next full one, marked with its
// distance, so that short texts can be compared (Shrivastava and Li 2014).
func (s *sketch) filled(bins int) []uint32 {
	out := make([]uint32, bins)
	for i := range bins {
		for d := range bins {
			if v := s.low[(i+d)%bins]; v != 0 {
				out[i] = v + uint32(d)*0x9e3779b9
				break
			}
		}
	}
	return out
}

// FNV-1a's numbers, and the finaliser of MurmurHash3: hashes must be the same
// on every machine and in every version, since signatures are kept.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

func hashWord(w string) uint64 {
	h := uint64(offset64)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * prime64
	}
	return h
}

func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// alike is the share of bins on which two sketches agree, from 0 to 1.
func alike(a, b []uint32) float64 {
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}
