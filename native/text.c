/* The words of a text in any script, with what the phrase table knows of each: the twins of those in cleaner/text.py. */

#include "phrases.h"

#define LONG_WORD 64 /* bytes: the table has none that are longer */

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
            text->failed = 1;
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

/* The number of the word that a run of letters or digits is; `failed` where that fails. */
static uint32_t number_in(Text *text, Py_ssize_t start, Py_ssize_t end, int *length)
{
    Folded folded;
    folded.size = folded.letters = 0;
    for (Py_ssize_t place = start; place < end; place++) {
        Py_UCS4 letters[3], here = at(text, place);
        if (here < 0x80 && folded.size < LONG_WORD) {
            folded.bytes[folded.size++] = (char)(here - 'A' < 26u ? here | 32 : here);
            folded.letters++;
            continue;
        }
        int count = fold(here, letters);
        if (count < 0)
            text->failed = 1;
        for (int each = 0; each < count; each++)
            put_letter(&folded, letters[each]);
    }
    *length = folded.letters;
    return text->failed ? NO_WORD : number_of(text->table, &folded);
}

/* Appends a run of letters or digits as a word; unless it is `whole`, only when the table has it as one. */
static int add(Text *text, Py_ssize_t start, Py_ssize_t end, int colon, int whole)
{
    int length;
    uint32_t number = number_in(text, start, end, &length);
    int32_t bits = bits_of(text->table, number);
    if (text->failed || !(whole || bits & JOINED))
        return 0;
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
    word->is_short = length <= 2;
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
static void add_parts(Text *text, Py_ssize_t start, Py_ssize_t end)
{
    for (Py_ssize_t place = start + 1; place < end; place++) {
        Py_UCS4 before = at(text, place - 1), here = at(text, place);
        int next_small = place + 1 < end && at(text, place + 1) - 'a' < 26u;
        if ((is_small(before) && is_great(here)) || (before - 'A' < 26u && here - 'A' < 26u && next_small)) {
            if (!add(text, start, place, 0, 1))
                return;
            start = place;
        }
    }
    add(text, start, end, before_colon(text, end), 1);
}

/* Whether a word has small letters and a capital inside, as `is_squashed` says. */
int is_squashed(const Text *text, Py_ssize_t start, Py_ssize_t end)
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

/* Where a run of letters or of digits ends, and whether it has a capital inside. */
static Py_ssize_t run_end(const Text *text, Py_ssize_t start, uint8_t kind, int *raised)
{
    int run = kind & (LETTER | DECIMAL);
    Py_ssize_t place = start + 1;
    *raised = 0;
    while (run && place < text->length && (kind = traits_of(at(text, place))) & run) {
        *raised |= kind & (UPPER | TITLE);
        place++;
    }
    return place;
}

/* Where the next word begins, and what it begins with; the end of the text when there is none. */
static Py_ssize_t next_start(const Text *text, Py_ssize_t place, uint8_t *kind)
{
    while (place < text->length && !((*kind = traits_of(at(text, place))) & (LETTER | DECIMAL | SINGLE)))
        place++;
    return place;
}

/* Reads the next word, or the parts of one that was run together. */
static void read_word(Text *text)
{
    uint8_t kind = 0;
    int raised;
    Py_ssize_t start = next_start(text, text->at, &kind);
    if (start == text->length) {
        text->finished = 1;
        return;
    }
    text->at = run_end(text, start, kind, &raised);
    int squashed = raised && is_squashed(text, start, text->at);
    if (!add(text, start, text->at, before_colon(text, text->at), !squashed) && squashed && !text->failed)
        add_parts(text, start, text->at);
}

/* Whether the text has a word at a place, counted from 0. */
int text_has(Text *text, Py_ssize_t place)
{
    while (text->count <= place && !text->finished && !text->failed)
        read_word(text);
    return place < text->count && !text->failed;
}

/* Whether words that begin with these letters may begin a phrase inside a text (0), or at its end (1). */
static int may_start(const Text *text, int root, Py_ssize_t start, Py_ssize_t end)
{
    Py_UCS4 first[3], second[3] = {0};
    if (fold(at(text, start), first) != 1 || (start + 1 < end && fold(at(text, start + 1), second) != 1))
        return 1;
    uint32_t pair = (first[0] * 33 + second[0]) % PAIRS;
    return number_at(text->table->pairs, (uint32_t)root * PAIRS / 32 + pair / 32) >> (pair % 32) & 1;
}

/* Whether a word of the text may begin a phrase inside it or at its end. */
int may_hold(Text *text)
{
    uint8_t kind = 0;
    for (Py_ssize_t end, start = 0; (start = next_start(text, start, &kind)) < text->length; start = end) {
        int raised, length;
        end = run_end(text, start, kind, &raised);
        for (Py_ssize_t inner = start + 1; raised && inner < end; inner++)
            if (traits_of(at(text, inner)) & (UPPER | TITLE) && may_start(text, 0, inner, end))
                return 1; /* two words may stand as one */
        if ((may_start(text, 0, start, end) || may_start(text, 1, start, end)) &&
            bits_of(text->table, number_in(text, start, end, &length)) & (ANYWHERE | END))
            return 1;
    }
    return 0;
}

/* words(text): all words of a text as it has them, as `word_pattern` finds them. */
PyObject *native_words(PyObject *self, PyObject *string)
{
    if (!PyUnicode_Check(string))
        return PyErr_Format(PyExc_TypeError, "words() takes a string");
    Text text;
    text_begin(&text, NULL, string);
    PyObject *found = PyList_New(0);
    uint8_t kind = 0;
    int raised;
    for (Py_ssize_t end, start = 0; found != NULL && (start = next_start(&text, start, &kind)) < text.length; start = end) {
        end = run_end(&text, start, kind, &raised);
        PyObject *word = PyUnicode_Substring(string, start, end);
        if (word == NULL || PyList_Append(found, word) < 0)
            Py_CLEAR(found);
        Py_XDECREF(word);
    }
    return found;
}
