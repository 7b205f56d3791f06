package record

import (
	"encoding/binary"
	"errors"
)

// marks are the body of a Trait. Which are set depends on the kind.
type marks struct {
	Day     string // of the article
	First   string
	Last    string
	Kind    string
	Process string
	Ordinal int
	Place   string
	Who     []int64  // hashes of actors, in order
	Runs    []uint32 // hashes of runs of the words, in order
	Text    string   // the words themselves where they are few
	Words   int      // how many
	Name    string
	Offices []string
}

// marksForm begins a body; it changes with the form.
const marksForm = 1

// runBytes is how many bytes of a run's hash are kept: as many as runsOf makes.
const runBytes = 3

// encode writes the marks: a form, then each field with its length before it.
// It is read and written for every finding of an archive, which JSON is too
// dear for.
func (m *marks) encode() string {
	var room [512]byte
	b := append(room[:0], marksForm)
	for _, s := range [...]string{m.Day, m.First, m.Last, m.Kind, m.Process, m.Place, m.Text, m.Name} {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	b = binary.AppendUvarint(b, uint64(max(m.Ordinal, 0)))
	b = binary.AppendUvarint(b, uint64(max(m.Words, 0)))
	b = binary.AppendUvarint(b, uint64(len(m.Who)))
	for _, w := range m.Who {
		b = binary.BigEndian.AppendUint64(b, uint64(w))
	}
	b = binary.AppendUvarint(b, uint64(len(m.Runs)))
	for _, r := range m.Runs {
		b = append(b, byte(r>>16), byte(r>>8), byte(r))
	}
	b = binary.AppendUvarint(b, uint64(len(m.Offices)))
	for _, s := range m.Offices {
		b = append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	return string(b)
}

var errMarks = errors.New("the marks of a finding are damaged")

// decode reads what encode wrote.
func (m *marks) decode(s string) error {
	d := decoder{rest: s}
	if d.bytes(1) != string(rune(marksForm)) {
		return errMarks
	}
	for _, to := range [...]*string{&m.Day, &m.First, &m.Last, &m.Kind, &m.Process, &m.Place, &m.Text, &m.Name} {
		*to = d.bytes(d.number())
	}
	m.Ordinal, m.Words = d.number(), d.number()
	if n := d.number(); n > 0 && n <= len(d.rest)/8 {
		m.Who = make([]int64, n)
		for i := range m.Who {
			m.Who[i] = int64(binary.BigEndian.Uint64([]byte(d.bytes(8))))
		}
	} else if n > 0 {
		return errMarks
	}
	if n := d.number(); n > 0 && n <= len(d.rest)/runBytes {
		m.Runs = make([]uint32, n)
		for i := range m.Runs {
			x := d.bytes(runBytes)
			m.Runs[i] = uint32(x[0])<<16 | uint32(x[1])<<8 | uint32(x[2])
		}
	} else if n > 0 {
		return errMarks
	}
	for n := d.number(); n > 0 && !d.bad; n-- {
		m.Offices = append(m.Offices, d.bytes(d.number()))
	}
	if d.bad || d.rest != "" {
		return errMarks
	}
	return nil
}

// decoder reads fields off the front of a string. After a fault it reads nothing.
type decoder struct {
	rest string
	bad  bool
}

func (d *decoder) number() int {
	var n uint64
	for i := range len(d.rest) {
		c := d.rest[i]
		if i == binary.MaxVarintLen32 {
			break
		}
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			d.rest = d.rest[i+1:]
			return int(n)
		}
	}
	d.rest, d.bad = "", true
	return 0
}

func (d *decoder) bytes(n int) string {
	if n > len(d.rest) {
		d.rest, d.bad = "", true
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}
