package sqlite

import "github.com/ncruces/go-sqlite3"

// strangers tells of most facts that are not in the record that they are not,
// without a look into its index: a Bloom filter of the hashes of facts. Who
// keeps thousands of articles asks it, and remembers it between transactions.
type strangers struct {
	bits    []uint64
	version int64 // of the file, as other programs change it
	made    int   // facts by this writer since it looked
}

const (
	// strangerBits is how many bits the filter has: 8 MB. With three million
	// facts one stranger in some thousand is taken for an acquaintance.
	strangerBits = 1 << 26

	// fewMade is from how many new facts on a filter may be worth its while,
	// where they are so many that to read all that are there costs little.
	fewMade     = 20_000
	oneMadeOf   = 50
	strangerAsk = 4 // bits a hash
)

// places are the bits of a hash.
func (x *strangers) places(hash int64) (out [strangerAsk]uint64) {
	h := uint64(hash) * 0x9e3779b97f4a7c15
	step := h>>32 | 1
	for i := range out {
		out[i] = h >> 20 & (strangerBits - 1)
		h += step << 20
	}
	return out
}

func (x *strangers) add(hash int64) {
	x.made++
	if x.bits == nil {
		return
	}
	for _, p := range x.places(hash) {
		x.bits[p/64] |= 1 << (p % 64)
	}
}

// stranger reports whether no fact of this hash is in the record; where it does
// not, there may be one.
func (x *strangers) stranger(hash int64) bool {
	if x.bits == nil {
		return false
	}
	for _, p := range x.places(hash) {
		if x.bits[p/64]&(1<<(p%64)) == 0 {
			return true
		}
	}
	return false
}

// begin is called when a transaction has begun: what another program has
// written meanwhile the filter does not know.
func (x *strangers) begin(w *writer) error {
	var v int64
	_, err := w.one(func(s *sqlite3.Stmt) { v = s.ColumnInt64(0) }, "PRAGMA data_version")
	if err == nil && v != x.version {
		*x = strangers{version: v}
	}
	return err
}

// prepare makes the filter where it is worth its while; last is the last row of
// table fact.
func (x *strangers) prepare(w *writer, last int) error {
	if x.bits != nil || x.made < max(fewMade, last/oneMadeOf) {
		return nil
	}
	x.bits = make([]uint64, strangerBits/64)
	return w.all(func(s *sqlite3.Stmt) { x.add(s.ColumnInt64(0)) }, "SELECT hash FROM fact")
}
