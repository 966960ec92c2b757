/* The words of a text in any script, with what the phrase table knows of each: the twins of those in cleaner/text.py. */

#include "phrases.h"

#define COPYRIGHT 0xa9
#define LONG_WORD 64 /* bytes: the table has none that are longer */
#define CACHED 0x2e80

/* What is asked of a character, found once for those of alphabets; 0 where nobody has asked yet. */
enum { KNOWN = 1, LETTER = 2, DECIMAL = 4, SINGLE = 8, UPPER = 16, LOWER = 32, TITLE = 64 };

static uint8_t traits[CACHED];
static uint16_t folds[CACHED]; /* the letter that a character folds to; 0: not known; LONG_FOLD: ask Python */
#define LONG_FOLD 1

/* Scripts that put no spaces between words: each character is a word of its own. */
static int is_unspaced(Py_UCS4 c)
{
    if (c < 0xe00)
        return 0;
    return c <= 0xeff || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
           (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

/* Whether no letter in a range of characters has a capital: the scripts of East Asia. */
static int is_caseless(Py_UCS4 c)
{
    return (c >= 0x2e80 && c < 0xa640) || (c >= 0xac00 && c < 0xfb00) || (c >= 0x20000 && c < 0x40000);
}

static uint8_t found_traits(Py_UCS4 c)
{
    int found = KNOWN;
    if (is_decimal(c))
        found |= DECIMAL;
    else if (c == COPYRIGHT || is_unspaced(c))
        found |= SINGLE;
    else if (is_alnum(c))
        found |= LETTER;
    if (is_caseless(c))
        return (uint8_t)found;
    if (is_upper(c))
        found |= UPPER;
    if (is_lower(c))
        found |= LOWER;
    if (c >= 128 && Py_UNICODE_ISTITLE(c))
        found |= TITLE;
    return (uint8_t)found;
}

static inline uint8_t traits_of(Py_UCS4 c)
{
    if (c >= CACHED)
        return found_traits(c);
    if (!traits[c])
        traits[c] = found_traits(c);
    return traits[c];
}

/* A character of the text, with one letter i in place of the two that Turkish has, as `one_i` does. */
static inline Py_UCS4 at(const Text *text, Py_ssize_t place)
{
    Py_UCS4 c = raw(text, place);
    return c == 0x130 ? 'I' : c == 0x131 ? 'i' : c;
}

void text_begin(Text *text, const Table *table, PyObject *string)
{
    text->table = table;
    text->string = string;
    text->kind = PyUnicode_KIND(string);
    text->data = PyUnicode_DATA(string);
    text->length = PyUnicode_GET_LENGTH(string);
    text->failed = text->finished = 0;
    text->at = text->count = 0;
    text->all = text->few;
    text->room = FEW_WORDS;
}

void text_end(Text *text)
{
    if (text->all != text->few)
        PyMem_Free(text->all);
}

/* A word while it is folded: its bytes in UTF-8, and how many letters they are. */
typedef struct {
    char bytes[LONG_WORD];
    int size, letters; /* size is beyond LONG_WORD when it does not fit */
} Folded;

static void put_letter(Folded *word, Py_UCS4 c)
{
    int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    word->letters++;
    if (word->size + size > LONG_WORD) {
        word->size = LONG_WORD + 1;
        return;
    }
    char *to = word->bytes + word->size;
    word->size += size;
    if (size == 1)
        to[0] = (char)c;
    for (int place = size - 1; size > 1 && place >= 0; place--, c >>= 6)
        to[place] = (char)(place ? 0x80 | (c & 0x3f) : (0xf00 >> size & 0xff) | c);
}

/* What Python folds a character to: its letters are put, and one of its own is remembered. 0 when that fails. */
static int put_long_fold(Folded *word, Py_UCS4 c)
{
    PyObject *one = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, &c, 1);
    PyObject *folded = one == NULL ? NULL : PyObject_CallMethod(one, "casefold", NULL);
    Py_XDECREF(one);
    if (folded == NULL)
        return 0;
    Py_ssize_t length = PyUnicode_GET_LENGTH(folded);
    Py_UCS4 first = length ? PyUnicode_READ_CHAR(folded, 0) : 0;
    if (c < CACHED)
        folds[c] = length == 1 && first > LONG_FOLD && first < 0x10000 ? (uint16_t)first : LONG_FOLD;
    for (Py_ssize_t place = 0; place < length; place++)
        put_letter(word, PyUnicode_READ_CHAR(folded, place));
    Py_DECREF(folded);
    return 1;
}

static int put_folded(Folded *word, Py_UCS4 c)
{
    if (c < 0x80)
        put_letter(word, c - 'A' < 26u ? c | 32 : c);
    else if (c < CACHED ? folds[c] > LONG_FOLD : is_caseless(c))
        put_letter(word, c < CACHED ? folds[c] : c);
    else
        return put_long_fold(word, c);
    return 1;
}

/* The number of a word in the table. */
static uint32_t number_of(const Table *table, const Folded *word)
{
    if (word->size > LONG_WORD || !table->slot_count)
        return NO_WORD;
    uint32_t place = 2166136261u; /* FNV-1a */
    for (int at = 0; at < word->size; at++)
        place = (place ^ (unsigned char)word->bytes[at]) * 16777619u;
    for (uint32_t tried = 0; tried < table->slot_count; tried++) {
        place &= table->slot_count - 1;
        uint32_t number = number_at(table->slots, place++);
        if (!number || number > table->words)
            return NO_WORD;
        uint32_t start = number_at(table->spans, --number), end = number_at(table->spans, number + 1);
        if (end <= table->size && end - start == (uint32_t)word->size + 1 &&
            memcmp(table->text + start, word->bytes, (size_t)word->size) == 0)
            return number;
    }
    return NO_WORD;
}

static int32_t bits_of(const Table *table, uint32_t number)
{
    uint32_t place = number == NO_WORD ? table->fact_count : number_at(table->facts_at, number);
    return place < table->fact_count ? (int32_t)number_at(table->facts, place) : 0;
}

/* Whether a colon follows a place, perhaps behind a space. */
static int before_colon(const Text *text, Py_ssize_t place)
{
    if (place >= text->length)
        return 0;
    Py_UCS4 c = raw(text, place);
    if (c == ':' || c == 0xff1a)
        return 1;
    return (c == ' ' || c == 0xa0 || c == 0x202f) && place + 1 < text->length && raw(text, place + 1) == ':';
}

/* Makes room for one more word; NULL when there is none. */
static Word *another(Text *text)
{
    if (text->count == text->room) {
        Word *more = PyMem_Malloc(2 * (size_t)text->room * sizeof(Word));
        if (more == NULL) {
            PyErr_NoMemory();
            return NULL;
        }
        memcpy(more, text->all, (size_t)text->count * sizeof(Word));
        text_end(text);
        text->all = more;
        text->room *= 2;
    }
    return &text->all[text->count++];
}

/* Folds a run of letters or digits and appends it as a word, unless it must be looked at for two run together. */
static int add(Text *text, Py_ssize_t start, Py_ssize_t end, int colon, int whole, int *joined)
{
    Folded folded;
    folded.size = folded.letters = 0;
    for (Py_ssize_t place = start; place < end; place++)
        if (!put_folded(&folded, at(text, place)))
            return 0;
    uint32_t number = number_of(text->table, &folded);
    int32_t bits = bits_of(text->table, number);
    *joined = (bits & JOINED) != 0;
    if (!whole && !*joined)
        return 1;
    Word *word = another(text);
    if (word == NULL)
        return 0;
    uint8_t first = traits_of(at(text, start));
    word->start = start;
    word->end = end;
    word->number = number;
    word->bits = bits;
    word->capital = (first & UPPER) != 0;
    word->decimal = (first & DECIMAL) != 0;
    word->colon = (uint8_t)colon;
    word->is_short = folded.letters <= 2;
    return 1;
}

static int is_small(Py_UCS4 c) /* in Western alphabets */
{
    return c - 'a' < 26u || (c >= 0xe0 && c <= 0xff && c != 0xf7);
}

static int is_great(Py_UCS4 c)
{
    return c - 'A' < 26u || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

/* Appends the words that a word was run together from: "logged inPlease", "TVGuide". */
static int add_parts(Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int colon = before_colon(text, end), joined;
    for (Py_ssize_t place = start + 1; place < end; place++) {
        Py_UCS4 before = at(text, place - 1), here = at(text, place);
        int next_small = place + 1 < end && at(text, place + 1) - 'a' < 26u;
        if ((is_small(before) && is_great(here)) || (before - 'A' < 26u && here - 'A' < 26u && next_small)) {
            if (!add(text, start, place, 0, 1, &joined))
                return 0;
            start = place;
        }
    }
    return add(text, start, end, colon, 1, &joined);
}

/* Whether a word has small letters and a capital inside, as `is_squashed` says. */
static int is_squashed(const Text *text, Py_ssize_t start, Py_ssize_t end)
{
    int upper = 0, lower = 0, title = 0, lowered = 0, is_title = 1, before = 0;
    for (Py_ssize_t place = start; place < end; place++) {
        Py_UCS4 c = at(text, place);
        uint8_t each = traits_of(c);
        int titled = (each & TITLE) != 0, small = (each & LOWER) != 0, raised = titled || (each & UPPER);
        if (raised ? before : small && !before)
            is_title = 0;
        before = raised || small;
        lower |= small;
        upper |= raised && !titled;
        title |= titled;
        lowered |= raised && (c < 128 || Py_UNICODE_TOLOWER(c) != c);
    }
    return lowered && (title || (upper && lower)) && !is_title;
}

/* Reads the next word, or the parts of one that was run together; 0 at the end of the text and when that fails. */
static int read_word(Text *text)
{
    Py_ssize_t place = text->at;
    uint8_t kind = 0;
    while (place < text->length && !((kind = traits_of(at(text, place))) & (LETTER | DECIMAL | SINGLE)))
        place++;
    if (place == text->length) {
        text->finished = 1;
        return 0;
    }
    Py_ssize_t start = place++;
    int run = kind & (LETTER | DECIMAL), raised = 0, joined = 1;
    if (run)
        while (place < text->length && (kind = traits_of(at(text, place))) & run) {
            raised |= kind & (UPPER | TITLE);
            place++;
        }
    text->at = place;
    int squashed = raised && is_squashed(text, start, place);
    int done = add(text, start, place, before_colon(text, place), !squashed, &joined);
    if (done && squashed && !joined)
        done = add_parts(text, start, place);
    text->failed = !done;
    return done;
}

/* Whether the text has a word at a place, counted from 0. */
int text_has(Text *text, Py_ssize_t place)
{
    while (text->count <= place && !text->finished && !text->failed)
        read_word(text);
    return place < text->count && !text->failed;
}
