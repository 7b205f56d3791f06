package text

// Span is a half-open range of bytes [Start, End) in a Document's Text.
type Span struct {
	Start, End int
}

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether all of o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Union is the smallest span that holds both; an empty span adds nothing.
func (s Span) Union(o Span) Span {
	if s.Empty() {
		return o
	}
	if o.Empty() {
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// In returns the words of src under the span, or "" where the span does not
// lie inside src.
func (s Span) In(src string) string {
	if s.Start < 0 || s.End > len(src) || s.Start >= s.End {
		return ""
	}
	return src[s.Start:s.End]
}
