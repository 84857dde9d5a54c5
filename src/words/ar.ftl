### ما يقوله فهرست بالعربية. كل رسالة جملة تامة، أو عنوان تام.

## Numbers, sizes, spans of time

## Problems of files

## Dates that are guesses

## What to do about a problem

## A corpus and what is kept of it

## Answers to commands

## Lists, panels and the reader

## Keys, help and what is known of an article

## Queries

## Faults

## Verbs

## Options

## The terminal
