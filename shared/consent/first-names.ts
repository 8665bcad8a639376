/**
 * First names by which a person is known in a protocol: common ones in Germany, of all ages and origins. Left out are those
 * that are everyday words, as "Rosa" and "August".
 */
export const firstNames: readonly string[] = `
Achim Adam Adrian Ahmed Ahmet Albert Albrecht Alessandro Alex Alexander Alexandra Alfred Ali Alina Amelie Amir Ana Andrea
Andreas André Andrej Angela Angelika Anita Anja Anke Anna Anne Annegret Anneliese Annemarie Annette Annika Antje Anton Antonia
Antonio Arne Arno Arnold Artur Astrid Axel Ayse Ayşe Barbara Bastian Beate Beatrice Beatrix Ben Benedikt Benjamin Bernd
Bernhard Bert Berthold Bettina Birgit Birte Bianca Björn Bodo Boris Brigitte Britta Bruno Burkhard Carina Carl Carla Carmen
Carola Carolin Caroline Carsten Cem Chantal Charlotte Christa Christel Christian Christiane Christina Christine Christof
Christoph Clara Claas Claudia Clemens Constanze Cord Corinna Cornelia Dagmar Damian Daniel Daniela Danuta David Denis Dennis
Detlef Diana Dieter Dietmar Dietrich Dirk Dominik Dominique Dora Doreen Doris Dorothea Dörte Eberhard Eckhard Edith Edgar
Eduard Egon Ekkehard Elena Elfriede Elias Elif Elisabeth Elke Ella Ellen Elmar Emil Emilia Emily Emine Emma Enno Enrico Erhard
Eric Erich Erik Erika Erwin Esra Esther Eugen Eva Evelyn Ewald Fabian Fatih Fatima Fatma Felix Ferdinand Finn Florian Folkert
Frank Franz Franziska Frauke Fred Frederik Friederike Friedhelm Friedrich Fritz Gabi Gabriel Gabriele Georg Gerald Gerd
Gerda Gerhard Gerlinde Gero Gert Gertrud Gesa Gesine Gisela Gitta Giuseppe Gottfried Götz Gregor Grit Gudrun Guido Gunda Gunnar
Gunther Günter Günther Gustav Hakan Hanna Hannah Hanne Hannelore Hannes Hans Harald Hartmut Hasan Heike Heiko Heiner Heinrich
Heinz Helena Helene Helga Helge Hella Helmut Hendrik Henning Henri Henriette Henrik Herbert Heribert Hermann Herta Hilde
Hildegard Hinrich Holger Horst Hubert Hugo Hülya Ibrahim Ida Igor Ilka Ilona Ilse Imke Ina Ines Inga Ingo Ingrid Inka Insa Ira
Irene Irina Irmgard Isabel Isabell Isabella Ismail Ivan Ivana Jakob Jan Jana Janina Janine Jannik Jannis Jasmin Jasper Jennifer
Jens Jessica Joachim Jochen Johann Johanna Johannes Jonas Jonathan Jörg Jörn Josef Josefine Joseph Juan Judith Julia Julian
Juliane Jürgen Julius Justus Jutta Kai Karen Karin Karina Karl Karla Karsten Kathleen Katarina Katharina Kathrin Katja Katrin
Kemal Kerstin Kevin Kilian Kim Kirsten Klaas Klara Klaus Konrad Konstantin Kristian Kristin Kristina Kurt Lars Lasse Laura Lea
Lena Lennart Leo Leon Leonard Leonie Leyla Lieselotte Lili Lina Linda Linus Lisa Lorenz Lothar Louis Louisa Luca Lucas Lucia
Ludger Ludwig Luis Luisa Lukas Lutz Lydia Magda Magdalena Maik Maike Maja Malte Mandy Manfred Manuel Manuela Mara Marc Marcel
Marco Marcus Mareike Maren Margarete Margit Margot Margret Maria Marianne Marie Marina Mario Marion Marius Marko Markus Marlene
Marlies Marten Martha Martin Martina Mathias Mathilde Matthias Max Maximilian Mehmet Meike Melanie Melissa Mia Michael Michaela
Michel Michelle Miguel Mila Milan Milena Mira Miriam Mirjam Mohamed Mohammed Mona Monika Monique Moritz Murat Mustafa Nadine
Nadja Nancy Natalia Natalie Natascha Nele Nicola Nicolas Nicole Niels Niklas Nikolaus Nils Nina Noah Nora Norbert Ola Olaf Ole
Oleg Olga Oliver Olivia Omar Onno Oskar Osman Otto Pablo Pascal Patricia Patrick Paul Paula Pauline Pavel Peer Petra Peter
Philip Philipp Pia Piotr Rainer Ralf Ralph Ramona Raphael Rasmus Rebecca Regina Regine Reiner Reinhard Reinhold Renate Rene René
Ricarda Riccardo Richard Rita Robert Robin Roger Roland Rolf Roman Ronald Ronja Ronny Roswitha Rüdiger Rudi Rudolf Ruth Sabine
Sabrina Sahra Samira Samuel Sandra Sara Sarah Sascha Saskia Sebastian Selma Senta Serkan Sibylle Siegfried Sieglinde Siegmar
Sigrid Silke Silvia Simon Simone Sina Sofia Sofie Sonja Sophia Sophie Sören Stefan Stefanie Steffen Steffi Stella Stephan
Stephanie Susan Susanna Susanne Svea Sven Svenja Svetlana Sybille Sylvia Tamara Tanja Tarek Tatjana Teresa Theo Theodor Theresa
Thomas Thorben Thore Thorsten Tilman Tilo Tim Timo Tina Tino Tjark Tobias Tom Torben Torsten Traute Ude Udo Ulf Uli Ulla Ulrich
Ulrike Ursula Urte Ute Uwe Vanessa Vera Verena Veronika Viktor Viktoria Vincent Vladimir Volker Volkmar Walter Waltraud Wanda
Waldemar Wencke Werner Wibke Wiebke Wilfried Wilhelm Wilma Winfried Wladimir Wolfgang Wolfram Yannick Yasemin Yasmin Yvonne
Yusuf Zeynep Zoe Özlem
`
  .trim()
  .split(/\s+/)
