package sqlite

import (
	"github.com/ncruces/go-sqlite3"

	"mahdar/record"
)

// strangers tells of most facts that are not in the record that they are not,
// without a look into its index: a Bloom filter of the hashes of facts. Who
// keeps thousands of articles asks it, and remembers it between transactions.
type strangers struct {
	bits    []uint64
	version int64 // of the file, as other programs change it
	made    int   // facts by this writer since it looked
}

const (
	// strangerBlocks is how many blocks of 512 bits the filter has, as a power of
	// two: 8 MB. With three million facts one stranger in some hundreds is taken
	// for an acquaintance.
	strangerBlocks = 17

	// fewMade is from how many new facts on a filter may be worth its while,
	// where they are so many that to read all that are there costs little.
	fewMade     = 20_000
	oneMadeOf   = 50
	strangerAsk = 4 // bits a hash
)

// strangerBlock is how many words of the filter hold all bits of one hash.
// Blocks are in the order of the hashes, since whoever asks for many asks in
// that order: a processor then has them at hand.
const strangerBlock = 8

// block is where the bits of a hash are, and which they are.
func (x *strangers) block(hash int64) (block []uint64, bits [strangerAsk]uint16) {
	h := uint64(hash) << (64 - record.HashBits)
	at := h >> (64 - strangerBlocks) * strangerBlock
	h *= 0x9e3779b97f4a7c15
	for i := range bits {
		bits[i] = uint16(h >> (64 - 9)) // of 512
		h <<= 9
	}
	return x.bits[at : at+strangerBlock], bits
}

func (x *strangers) add(hash int64) {
	x.made++
	if x.bits == nil {
		return
	}
	block, bits := x.block(hash)
	for _, p := range bits {
		block[p/64] |= 1 << (p % 64)
	}
}

// stranger reports whether no fact of this hash is in the record; where it does
// not, there may be one.
func (x *strangers) stranger(hash int64) bool {
	if x.bits == nil {
		return false
	}
	block, bits := x.block(hash)
	for _, p := range bits {
		if block[p/64]&(1<<(p%64)) == 0 {
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
	x.bits = make([]uint64, strangerBlock<<strangerBlocks)
	return w.all(func(s *sqlite3.Stmt) { x.add(s.ColumnInt64(0)) }, "SELECT hash FROM fact")
}
