/* Boosted trees in one block of memory, for rows of figures. */

#ifndef CLEANER_TREES_H
#define CLEANER_TREES_H

#include "native.h"

/* A negative place is a leaf: its complement is the place among the leaves of its tree. */
typedef struct {
    double threshold;
    short figure;
    short next[2]; /* where a row goes whose figure is at most the threshold, and where any other */
} Node;

typedef struct {
    int node, leaf; /* where its nodes and leaves begin */
    short root;
} Tree;

typedef struct {
    Py_ssize_t nodes, leaves, trees;
    int width; /* figures that a row has at least */
    Node *node;
    double *leaf;
    Tree *tree;
} Trees;

/* The trees of a capsule that `plant` made; NULL and an exception for any other object. */
const Trees *trees_of(PyObject *capsule);

/* The log-odds of `count` rows, `stride` figures apart; of one below `floor` after some `step` trees, the rest are not
   asked. -1 and an exception where there is no memory. */
int trees_walk(const Trees *trees, const double *rows, Py_ssize_t stride, Py_ssize_t count, double floor, long step,
               double *odds);

#endif
